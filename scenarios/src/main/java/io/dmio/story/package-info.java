/**
 * What one run has done, in words: names and sentences for failures, bios, losses and power cuts,
 * and the run as a short story.
 *
 * <p>A new sentence about a run goes here. Knows the tables of a run and the lines of its scenario;
 * no page, no terminal.
 */
@NullMarked
package io.dmio.story;

import org.jspecify.annotations.NullMarked;
