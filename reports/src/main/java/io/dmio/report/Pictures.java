package io.dmio.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;

/** The pictures of a run as files; the only way in to the chart library. */
final class Pictures {

  static final int WIDTH = 1600;
  static final int HEIGHT = 900;

  private Pictures() {}

  static void write(Path folder, RunModel model, Set<ReportFormat> formats) throws IOException {
    // Rotated labels stay text in SVG instead of becoming outlines.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
    try {
      write(folder, "timeline", TimelinePicture.of(model), formats);
      write(folder, "pool", PoolPicture.of(model), formats);
      write(folder, "sectors", SectorPicture.of(model), formats);
      write(folder, "latency", LatencyPicture.of(model), formats);
    } catch (RuntimeException | InternalError | LinkageError e) {
      throw FontTrouble.explain(e);
    }
  }

  private static void write(Path folder, String name, JFreeChart chart, Set<ReportFormat> formats)
      throws IOException {
    if (formats.contains(ReportFormat.PNG)) {
      WholeFile.write(folder.resolve(name + ".png"), PictureFile.png(chart));
    }
    if (formats.contains(ReportFormat.SVG)) {
      WholeFile.write(folder.resolve(name + ".svg"), PictureFile.svg(chart, name));
    }
  }
}
