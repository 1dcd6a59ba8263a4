/**
 * What one run has done, as tables: its bios, calls, waits, pools, faults and power cuts, read once
 * out of the event log into a {@link io.dmio.model.RunModel}.
 *
 * <p>What is to be told of a new kind of event goes here first; stories, pages, pictures and
 * exports are made of it. Knows none of them, and no scenario's text.
 */
@NullMarked
package io.dmio.model;

import org.jspecify.annotations.NullMarked;
