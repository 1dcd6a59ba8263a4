/**
 * The pictures of a run as PNG and SVG.
 *
 * <p>A new picture goes here. The only room that knows JFreeChart and Batik, which are slow to
 * load: they are made only when they are asked for.
 */
@NullMarked
package io.dmio.report.picture;

import org.jspecify.annotations.NullMarked;
