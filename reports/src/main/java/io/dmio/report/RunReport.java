package io.dmio.report;

import io.dmio.files.FileContent;
import io.dmio.files.OwnFolder;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.report.page.PageWriter;
import io.dmio.report.picture.Pictures;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
   * @param folder is made if there is none; of its files only those are replaced that dmio has made
   * @param result of a run that kept its full event log
   * @param source the scenario's text, for links from faults to lines
   * @param formats what is written
   * @throws IOException if a file cannot be written, or pictures are asked for and the machine has
   *     no fonts; the message says what to do
   */
  public static void write(
      Path folder, RunResult result, ScenarioLines source, Set<ReportFormat> formats)
      throws IOException {
    write(folder, result, source, formats, TimeWindow.ALL);
  }

  /**
   * Writes a report that looks at a part of a run.
   *
   * @param folder is made if there is none; of its files only those are replaced that dmio has made
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
      ScenarioLines source,
      Set<ReportFormat> formats,
      TimeWindow window)
      throws IOException {
    new OwnFolder(folder, false).write(files(result, source, formats, window));
  }

  /**
   * The files of a report that looks at a part of a run, by name. Its timeline, pools and latencies
   * show the window alone, and its tables begin with the calls and bios that overlap it; verdict,
   * failures and sums stay those of the whole run.
   *
   * @param result of a run that kept its full event log
   * @param source the scenario's text, for links from faults to lines
   * @param formats what is made
   * @param window the virtual time that is looked at
   */
  public static SortedMap<String, FileContent> files(
      RunResult result, ScenarioLines source, Set<ReportFormat> formats, TimeWindow window) {
    RunModel model = RunModel.of(result, window);
    SortedMap<String, FileContent> files = new TreeMap<>();
    if (formats.contains(ReportFormat.HTML)) {
      files.put("index.html", out -> PageWriter.html(model, source).writeTo(out));
    }
    if (formats.contains(ReportFormat.PNG) || formats.contains(ReportFormat.SVG)) {
      new Pictures(model, formats.contains(ReportFormat.PNG), formats.contains(ReportFormat.SVG))
          .addTo(files);
    }
    return files;
  }
}
