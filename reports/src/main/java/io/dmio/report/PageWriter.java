package io.dmio.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Writes pages: everything that a page needs stands in it. */
final class PageWriter {

  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

  /** In the order in which they build on each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "base.js",
          "marks.js",
          "tips.js",
          "lanes.js",
          "timeline.js",
          "histogram.js",
          "sectors.js",
          "details.js",
          "links.js",
          "downloads.js",
          "start.js");

  private PageWriter() {}

  static String html(RunModel model, ReportSource source) {
    RunPage page =
        new PageBuilder(model, source)
            .page(resource("report.css") + resource("power.css"), resource(ECHARTS), scripts());
    return render("run.jte", page);
  }

  static String html(ComparisonPageBuilder comparison) {
    return render("compare.jte", comparison.page(resource("report.css")));
  }

  private static String render(String template, Object page) {
    StringOutput output = new StringOutput(1 << 21);
    TemplateEngine.createPrecompiled(
            null, ContentType.Html, PageWriter.class.getClassLoader(), "io.dmio.report")
        .render(template, page, output);
    return output.toString();
  }

  private static String scripts() {
    StringBuilder all = new StringBuilder();
    SCRIPTS.forEach(name -> all.append(resource(name)));
    return all.toString();
  }

  private static String resource(String name) {
    try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
