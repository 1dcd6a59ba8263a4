/**
 * The HTML pages of a run and of a comparison: their records, made for the templates in {@code
 * src/main/jte}.
 *
 * <p>A new section of a page goes here, and its template there. Knows no library of charts: the
 * browser draws.
 */
@NullMarked
package io.dmio.report.page;

import org.jspecify.annotations.NullMarked;
