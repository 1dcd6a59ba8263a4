/**
 * A run in the formats of other tools.
 *
 * <p>A new export goes here: what turns a run into the records of a codec in {@code
 * io.dmio.formats}. Knows the tables of a run; no page and no picture.
 */
@NullMarked
package io.dmio.report.export;

import org.jspecify.annotations.NullMarked;
