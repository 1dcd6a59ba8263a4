/**
 * Codecs of the trace files that other tools of the field read and write: blktrace, the text of
 * blkparse, fio's iologs and latency logs, dm-log-writes, Perfetto and CSV. They know nothing of
 * simulations.
 */
@NullMarked
package io.dmio.formats;

import org.jspecify.annotations.NullMarked;
