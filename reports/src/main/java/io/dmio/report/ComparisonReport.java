package io.dmio.report;

import java.io.IOException;
import java.nio.file.Path;

/** The page of a comparison: one file that opens by a double click, without a network. */
public final class ComparisonReport {

  private ComparisonReport() {}

  /**
   * Writes {@code index.html}.
   *
   * @param folder is made if there is none; a file of the same name is replaced
   * @throws IOException if it cannot be written
   */
  public static void write(Path folder, RunComparison comparison) throws IOException {
    WholeFile.write(
        folder.resolve("index.html"), PageWriter.html(new ComparisonPageBuilder(comparison)));
  }
}
