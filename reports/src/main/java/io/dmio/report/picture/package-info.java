/** The pictures of a run as PNG and SVG. */
@NullMarked
package io.dmio.report.picture;

import org.jspecify.annotations.NullMarked;
