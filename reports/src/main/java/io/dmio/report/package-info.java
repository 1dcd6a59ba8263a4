/**
 * Pages, pictures and texts of a {@link io.dmio.testbed.RunResult}.
 *
 * <p>Everything drawn comes from the run's event log, read once into a {@code RunModel}. Equal
 * input gives equal bytes: nothing depends on the clock, the locale, the time zone or the machine.
 * Charts of files are made only when they are asked for, since their library is slow to load.
 */
@NullMarked
package io.dmio.report;

import org.jspecify.annotations.NullMarked;
