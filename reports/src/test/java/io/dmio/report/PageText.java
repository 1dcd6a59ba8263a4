package io.dmio.report;

import java.nio.charset.StandardCharsets;

/** The page of a run as text. */
final class PageText {

  private PageText() {}

  static String of(RunModel model, ReportSource source) {
    return new String(PageWriter.html(model, source), StandardCharsets.UTF_8);
  }
}
