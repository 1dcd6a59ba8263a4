/** The HTML pages of a run and of a comparison: their records, made for the templates. */
@NullMarked
package io.dmio.report.page;

import org.jspecify.annotations.NullMarked;
