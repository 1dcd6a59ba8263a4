/**
 * Figures that pages and pictures show: bars, marks, latencies, use of devices, the grid of
 * sectors.
 */
@NullMarked
package io.dmio.report.figures;

import org.jspecify.annotations.NullMarked;
