package io.dmio.report.page;

import io.dmio.files.FileContent;
import io.dmio.model.RunModel;
import io.dmio.story.ScenarioLines;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes pages: everything that a page needs stands in it. */
public final class PageWriter {

  private static final List<String> STYLES = List.of("report.css", "power.css");

  private static final String CHARTS_FOLDER = "/META-INF/resources/_static/echarts/6.0.0/dist/";
  private static final List<String> CHARTS = List.of("echarts.min.js");

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

  /** The page of a run. */
  @SuppressWarnings("NullAway") // To the template null is no interceptor.
  public static FileContent html(RunModel model, ScenarioLines source) {
    RunPage page =
        new PageBuilder(model, source)
            .page(resources("", STYLES), resources(CHARTS_FOLDER, CHARTS), resources("", SCRIPTS));
    PageBytes bytes = new PageBytes();
    JterunGenerated.render(new ShownOutput(bytes), null, page);
    return bytes;
  }

  @SuppressWarnings("NullAway") // To the template null is no interceptor.
  public static FileContent html(ComparisonPageBuilder comparison) {
    ComparisonPage page = comparison.page(resources("", STYLES.subList(0, 1)));
    PageBytes bytes = new PageBytes();
    JtecompareGenerated.render(new ShownOutput(bytes), null, page);
    return bytes;
  }

  /**
   * Files of one folder, which go into a page as the bytes that they are. The search for a file in
   * all places where there may be some takes longer than its reading: the first alone is searched.
   */
  private static RawContent resources(String folder, List<String> names) {
    List<byte[]> files = new ArrayList<>();
    try {
      URL first = Objects.requireNonNull(PageWriter.class.getResource(folder + names.get(0)));
      for (String name : names) {
        files.add(bytes(new URL(first, name)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RawContent(files);
  }

  private static byte[] bytes(URL file) throws IOException {
    try (InputStream in = file.openStream()) {
      return in.readAllBytes();
    }
  }
}
