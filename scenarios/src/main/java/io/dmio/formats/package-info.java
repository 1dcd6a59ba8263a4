/**
 * Codecs of the trace files that other tools of the field read and write: blktrace, the text of
 * blkparse, fio's iologs and latency logs, dm-log-writes, Perfetto and CSV.
 *
 * <p>The codec of a new format goes here; what turns a run into its records is an export in {@code
 * io.dmio.report.export}, what makes a scenario of them in {@code io.dmio.scenario.imports}. Knows
 * formats and nothing of simulations.
 */
@NullMarked
package io.dmio.formats;

import org.jspecify.annotations.NullMarked;
