/**
 * A run in the formats of other tools.
 *
 * <p>A new export goes here.
 */
@NullMarked
package io.dmio.report.export;

import org.jspecify.annotations.NullMarked;
