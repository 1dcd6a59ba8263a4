/**
 * Pages, pictures and exports of a {@link io.dmio.testbed.RunResult}.
 *
 * <p>Here are the doors: {@link io.dmio.report.RunReport} makes a folder of a run, {@link
 * io.dmio.report.RunExport} a file for another tool. A new kind of output gets a room below.
 * Everything comes from the run's event log, read once into a {@link io.dmio.model.RunModel}. Equal
 * input gives equal bytes: nothing depends on the clock, the locale, the time zone or the machine.
 *
 * <p>Knows no command, option or exit code.
 */
@NullMarked
package io.dmio.report;

import org.jspecify.annotations.NullMarked;
