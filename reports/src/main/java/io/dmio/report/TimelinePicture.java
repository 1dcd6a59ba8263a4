package io.dmio.report;

import io.dmio.testbed.RunResult.DeviceResult;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Devices from top to bottom, virtual time from left to right, a bar a bio. */
final class TimelinePicture {

  /** More bars than this are less than a pixel each. */
  static final int MOST_BARS = 4000;

  private static final double LANE = 0.86;
  private static final int MOST_ROWS = 64;

  private final XYIntervalSeries waiting = new XYIntervalSeries("waiting in the queue");
  private final XYIntervalSeries write = new XYIntervalSeries("write");
  private final XYIntervalSeries read = new XYIntervalSeries("read");
  private final XYIntervalSeries other = new XYIntervalSeries("flush, discard, write-zeroes");
  private final XYIntervalSeries failed = new XYIntervalSeries("failed");
  private final XYSeries crosses = new XYSeries("failed: here it ended", false);
  private final RunModel model;
  private final BioTable bios;
  private final Timeline timeline;

  private TimelinePicture(RunModel model) {
    this.model = model;
    this.bios = model.bios();
    this.timeline = Timeline.of(model, MOST_BARS);
  }

  static JFreeChart of(RunModel model) {
    TimelinePicture picture = new TimelinePicture(model);
    picture.addColumns();
    picture.timeline.bars().forEach(picture::addBar);
    return picture.chart();
  }

  /** The height of a column is the share of the busiest column of its device. */
  private void addColumns() {
    long[] most = new long[model.result().devices().size() + 1];
    timeline
        .columns()
        .forEach(c -> most[c.device()] = Math.max(most[c.device()], Math.max(1, c.meanMilli())));
    for (Timeline.Column column : timeline.columns()) {
      double bottom = column.device() + LANE / 2;
      double height = LANE * column.meanMilli() / most[column.device()];
      long to = Math.min(model.endNanos(), column.fromNanos() + timeline.columnNanos());
      add(write, column.fromNanos(), to, bottom - height, bottom);
    }
  }

  private void addBar(int row) {
    int rows = Math.max(1, Math.min(MOST_ROWS, bios.slotCount(bios.device(row))));
    double height = LANE / rows;
    double top = bios.device(row) - LANE / 2 + height * Math.min(bios.slot(row), rows - 1);
    double bottom = top + height * (rows > 16 ? 1 : 0.9);
    long end = bios.ended(row) < 0 ? model.endNanos() : bios.ended(row);
    long issued = Math.min(end, bios.issued(row));
    if (issued > bios.submitted(row)) {
      add(waiting, bios.submitted(row), issued, top, bottom);
    }
    add(seriesOf(row), issued, end, top, bottom);
    if (bios.failed(row)) {
      crosses.add(time(end), (top + bottom) / 2);
    }
  }

  private XYIntervalSeries seriesOf(int row) {
    if (bios.failed(row)) {
      return failed;
    }
    return switch (BarKind.of(model, row)) {
      case READ -> read;
      case WRITE -> write;
      case OTHER -> other;
    };
  }

  /** Nothing is thinner than a pixel, or what takes no time would not be seen. */
  private void add(XYIntervalSeries series, long from, long to, double top, double bottom) {
    long shortest = model.endNanos() / 1200;
    double end = time(Math.max(to, from + shortest));
    series.add(time(from), time(from), end, (top + bottom) / 2, top, bottom);
  }

  private double time(long nanos) {
    return PictureStyle.inUnit(nanos, model.endNanos());
  }

  private JFreeChart chart() {
    XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
    bars.addSeries(waiting);
    bars.addSeries(write);
    bars.addSeries(read);
    bars.addSeries(other);
    bars.addSeries(failed);
    XYPlot plot = new XYPlot(bars, PictureStyle.timeAxis(model), devices(), bars());
    plot.setDataset(1, new XYSeriesCollection(crosses));
    plot.setRenderer(1, crossRenderer());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    PictureStyle.plot(plot);
    plot.setRangeGridlinesVisible(false);
    JFreeChart chart = PictureStyle.chart(model, "Timeline", plot);
    PictureStyle.subtitle(chart, explanation());
    return chart;
  }

  private String explanation() {
    return timeline.binned()
        ? "A lane a device: its height is how many bios were there at once. Failed bios are bars."
        : "A lane a device, a bar a bio; bios that overlap have rows of their own.";
  }

  private SymbolAxis devices() {
    String[] names =
        model.result().devices().stream().map(DeviceResult::name).toArray(String[]::new);
    SymbolAxis axis = new SymbolAxis("device", names);
    axis.setInverted(true);
    axis.setRange(-0.5, Math.max(0.5, names.length - 0.5));
    axis.setGridBandPaint(new Color(0xf3f5f7));
    axis.setGridBandAlternatePaint(Color.WHITE);
    PictureStyle.axis(axis);
    return axis;
  }

  private static XYBarRenderer bars() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setShadowVisible(false);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setDrawBarOutline(true);
    Color[] fills = {
      PictureStyle.WAITING,
      PictureStyle.WRITE,
      PictureStyle.READ,
      PictureStyle.OTHER,
      PictureStyle.FAILED
    };
    for (int i = 0; i < fills.length; i++) {
      renderer.setSeriesPaint(i, fills[i]);
      renderer.setSeriesOutlinePaint(i, i == 0 ? new Color(0x9aa5b0) : fills[i].darker());
      renderer.setSeriesOutlineStroke(i, new BasicStroke(0.7f));
    }
    return renderer;
  }

  private static XYLineAndShapeRenderer crossRenderer() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, cross(7));
    renderer.setSeriesPaint(0, PictureStyle.INK);
    renderer.setSeriesShapesFilled(0, true);
    return renderer;
  }

  private static Shape cross(double radius) {
    Path2D path = new Path2D.Double();
    path.moveTo(-radius, -radius);
    path.lineTo(radius, radius);
    path.moveTo(-radius, radius);
    path.lineTo(radius, -radius);
    return new BasicStroke(2.6f).createStrokedShape(path);
  }
}
