package io.dmio.report;

import io.dmio.files.FileContent;
import io.dmio.report.page.ComparisonPageBuilder;
import io.dmio.report.page.PageWriter;
import io.dmio.run.RunComparison;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page of a comparison: one file that opens by a double click, without a network. */
public final class ComparisonReport {

  private ComparisonReport() {}

  /** The files of the page, by name: {@code index.html} alone. */
  public static SortedMap<String, FileContent> files(RunComparison comparison) {
    return new TreeMap<>(
        Map.of("index.html", PageWriter.html(new ComparisonPageBuilder(comparison))));
  }
}
