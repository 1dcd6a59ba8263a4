package io.dmio.report.picture;

import io.dmio.files.FileContent;
import io.dmio.model.RunModel;
import io.dmio.report.ReportFormat;
import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.text.TextUtils;
import org.jspecify.annotations.Nullable;

/** The pictures of a run as files; the only way in to the chart library. */
public final class Pictures {

  static final int WIDTH = 1600;
  static final int HEIGHT = 900;

  private final RunModel model;
  private final Set<ReportFormat> formats;
  private String lastName = "";
  private @Nullable JFreeChart last;

  private Pictures(RunModel model, Set<ReportFormat> formats) {
    this.model = model;
    this.formats = formats;
  }

  /** Adds the files of those formats that are pictures; they are drawn as they are written. */
  public static void addTo(
      SortedMap<String, FileContent> files, RunModel model, Set<ReportFormat> formats) {
    Pictures pictures = new Pictures(model, formats);
    pictures.add(files, "timeline", TimelinePicture::of);
    pictures.add(files, "pool", PoolPicture::of);
    pictures.add(files, "sectors", SectorPicture::of);
    pictures.add(files, "latency", LatencyPicture::of);
  }

  private void add(
      SortedMap<String, FileContent> files, String name, Function<RunModel, JFreeChart> maker) {
    if (formats.contains(ReportFormat.PNG)) {
      files.put(name + ".png", out -> out.write(drawn(() -> PictureFile.png(chart(name, maker)))));
    }
    if (formats.contains(ReportFormat.SVG)) {
      files.put(
          name + ".svg", out -> out.write(drawn(() -> PictureFile.svg(chart(name, maker), name))));
    }
  }

  /** A chart; the last one is kept, since its files are written one after the other. */
  private JFreeChart chart(String name, Function<RunModel, JFreeChart> maker) {
    JFreeChart chart = last;
    if (chart == null || !lastName.equals(name)) {
      chart = maker.apply(model);
      lastName = name;
      last = chart;
    }
    return chart;
  }

  /** Draws. */
  @FunctionalInterface
  private interface Drawing {
    byte[] bytes() throws IOException;
  }

  private static byte[] drawn(Drawing drawing) throws IOException {
    // Rotated labels stay text in SVG instead of becoming outlines.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
    try {
      return drawing.bytes();
    } catch (RuntimeException | InternalError | LinkageError e) {
      throw FontTrouble.explain(e);
    }
  }
}
