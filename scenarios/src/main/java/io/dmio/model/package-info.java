/**
 * What one run has done, as tables: its bios, calls, waits, pools, faults and power cuts, read once
 * out of the event log into a {@link io.dmio.model.RunModel}.
 *
 * <p>Stories, pages, pictures and exports are made of it; it knows none of them.
 */
@NullMarked
package io.dmio.model;

import org.jspecify.annotations.NullMarked;
