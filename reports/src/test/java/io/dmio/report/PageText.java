package io.dmio.report;

import io.dmio.model.RunModel;
import io.dmio.report.page.PageWriter;
import io.dmio.story.ScenarioLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of a run as text. */
public final class PageText {

  private PageText() {}

  public static String of(RunModel model, ScenarioLines source) {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    try {
      PageWriter.html(model, source).writeTo(page);
    } catch (IOException unheard) {
      throw new UncheckedIOException(unheard);
    }
    return page.toString(StandardCharsets.UTF_8);
  }
}
