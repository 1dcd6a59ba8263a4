/**
 * Figures that pages and pictures show: bars, marks, latencies, use of devices, the grid of
 * sectors.
 *
 * <p>A new figure goes here if a page and a picture both show it. Knows the tables of a run, and
 * not how anything is drawn.
 */
@NullMarked
package io.dmio.report.figures;

import org.jspecify.annotations.NullMarked;
