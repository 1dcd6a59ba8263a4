package io.dmio.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Writes pages: everything that a page needs stands in it. */
final class PageWriter {

  private static final String ECHARTS =
      "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

  /** Stands where the chart library goes; nothing from a scenario comes behind it. */
  private static final String CHARTS_HERE = "/* charts */";

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

  /**
   * The page of a run. The chart library, which is most of it, goes in as the bytes that it is:
   * making text of it would take longer than the rest.
   */
  static byte[] html(RunModel model, ReportSource source) {
    RunPage page =
        new PageBuilder(model, source)
            .page(resource("report.css") + resource("power.css"), CHARTS_HERE, scripts());
    String html = render("run.jte", page);
    int before = html.lastIndexOf(CHARTS_HERE);
    byte[] head = html.substring(0, before).getBytes(StandardCharsets.UTF_8);
    byte[] tail = html.substring(before + CHARTS_HERE.length()).getBytes(StandardCharsets.UTF_8);
    byte[] charts = bytes(ECHARTS);
    byte[] all = Arrays.copyOf(head, head.length + charts.length + tail.length);
    System.arraycopy(charts, 0, all, head.length, charts.length);
    System.arraycopy(tail, 0, all, head.length + charts.length, tail.length);
    return all;
  }

  static String html(ComparisonPageBuilder comparison) {
    return render("compare.jte", comparison.page(resource("report.css")));
  }

  private static String render(String template, Object page) {
    StringOutput output = new StringOutput(1 << 19);
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
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = PageWriter.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
