package io.dmio.report;

import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The report of a run: a folder with a page and pictures.
 *
 * <p>{@code index.html} is one file that opens by a double click, without a network. {@code
 * timeline}, {@code pool}, {@code sectors} and {@code latency} are pictures of 1600 x 900. Equal
 * input gives equal bytes (pictures in PNG: on the same JDK). Other files in the folder are left
 * alone.
 */
public final class RunReport {

  private RunReport() {}

  /**
   * Writes a report of a whole run.
   *
   * @param folder is made if there is none; files of the same names are replaced
   * @param result of a run that kept its full event log
   * @param source the scenario's text, for links from faults to lines
   * @param formats what is written
   * @throws IOException if a file cannot be written, or pictures are asked for and the machine has
   *     no fonts; the message says what to do
   */
  public static void write(
      Path folder, RunResult result, ReportSource source, Set<ReportFormat> formats)
      throws IOException {
    write(folder, result, source, formats, ReportWindow.ALL);
  }

  /**
   * Writes a report that looks at a part of a run. Its timeline, pools and latencies show the
   * window alone, and its tables begin with the calls and bios that overlap it; verdict, failures
   * and sums stay those of the whole run.
   *
   * @param folder is made if there is none; files of the same names are replaced
   * @param result of a run that kept its full event log
   * @param source the scenario's text, for links from faults to lines
   * @param formats what is written
   * @param window the virtual time that is looked at
   * @throws IOException if a file cannot be written, or pictures are asked for and the machine has
   *     no fonts; the message says what to do
   */
  public static void write(
      Path folder,
      RunResult result,
      ReportSource source,
      Set<ReportFormat> formats,
      ReportWindow window)
      throws IOException {
    RunModel model = RunModel.of(result, window);
    if (formats.contains(ReportFormat.HTML)) {
      WholeFile.write(folder.resolve("index.html"), PageWriter.html(model, source));
    }
    if (formats.contains(ReportFormat.PNG) || formats.contains(ReportFormat.SVG)) {
      Pictures.write(folder, model, formats);
    }
  }
}
