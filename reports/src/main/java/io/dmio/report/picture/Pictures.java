package io.dmio.report.picture;

import io.dmio.files.FileContent;
import io.dmio.model.RunModel;
import java.io.IOException;
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
  private final boolean png;
  private final boolean svg;
  private String lastName = "";
  private @Nullable JFreeChart last;

  /**
   * Makes the pictures of one run.
   *
   * @param png whether each is to be a PNG
   * @param svg whether each is to be an SVG
   */
  public Pictures(RunModel model, boolean png, boolean svg) {
    this.model = model;
    this.png = png;
    this.svg = svg;
  }

  /** Adds the files of all pictures; they are drawn as they are written. */
  public void addTo(SortedMap<String, FileContent> files) {
    add(files, "timeline", TimelinePicture::of);
    add(files, "pool", PoolPicture::of);
    add(files, "sectors", SectorPicture::of);
    add(files, "latency", LatencyPicture::of);
  }

  private void add(
      SortedMap<String, FileContent> files, String name, Function<RunModel, JFreeChart> maker) {
    if (png) {
      files.put(name + ".png", out -> out.write(drawn(() -> PictureFile.png(chart(name, maker)))));
    }
    if (svg) {
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
