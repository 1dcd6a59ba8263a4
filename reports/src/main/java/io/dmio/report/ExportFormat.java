package io.dmio.report;

import java.util.Arrays;
import java.util.Optional;

/** The files of other tools that a run can be written as. */
public enum ExportFormat {
  /** Every record of the event log, one JSON object a line. */
  EVENTS("events", "every event, one JSON object a line: events.jsonl"),
  /** blktrace version 7, a file for each device and one for the whole stack. */
  BLKTRACE(
      "blktrace", "blktrace 7, for blkparse, btt and fio: DEVICE.blktrace.0, stack.blktrace.0"),
  /** What blkparse prints of the whole stack. */
  BLKPARSE("blkparse", "the text that blkparse prints: blkparse.txt"),
  /** A trace for Perfetto's viewer. */
  PERFETTO("perfetto", "a timeline for Perfetto's viewer: run.perfetto-trace"),
  /** Latency logs of fio, three for each device. */
  FIO_LOG("fio-log", "fio's latency logs: DEVICE_lat.1.log (Q2C), _slat (Q2D), _clat (D2C)"),
  /** What dm's target log-writes would have logged, a file for each device. */
  LOG_WRITES("log-writes", "the log of dm-log-writes, for replay-log: DEVICE.log-writes"),
  /** A table of bios. */
  CSV("csv", "a table of all bios: bios.csv"),
  /** The verdict as CI servers read it. */
  JUNIT("junit", "the verdict for CI servers: junit.xml");

  private final String text;
  private final String about;

  ExportFormat(String text, String about) {
    this.text = text;
    this.about = about;
  }

  /** The word on the command line. */
  public String text() {
    return text;
  }

  /** What is written, in a line. */
  public String about() {
    return about;
  }

  /** The format of a word. */
  public static Optional<ExportFormat> of(String text) {
    return Arrays.stream(values()).filter(format -> format.text.equals(text)).findFirst();
  }
}
