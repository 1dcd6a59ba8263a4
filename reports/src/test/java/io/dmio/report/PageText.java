package io.dmio.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of a run as text. */
final class PageText {

  private PageText() {}

  static String of(RunModel model, ReportSource source) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      PageWriter.html(model, source).writeTo(page);
    } catch (IOException unheard) {
      throw new UncheckedIOException(unheard);
    }
    return page.toString(StandardCharsets.UTF_8);
  }
}
