package io.dmio.report.picture;

import io.dmio.model.BioTable;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.report.figures.BarKind;
import io.dmio.report.figures.Timeline;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Devices from top to bottom, virtual time from left to right, a bar a bio. */
final class TimelinePicture {

  /** More bars than this are less than a pixel each. */
  static final int MOST_BARS = 2500;

  private static final double LANE = 0.86;
  private static final double STRIPE = 0.06;
  private static final double TALLEST = 0.3;
  private static final int MOST_ROWS = 64;
  private static final int MOST_LABELS = 12;
  private static final int MOST_LETTERS = 24;

  /** About as many letters of a label are as long as the axis of time. */
  private static final int LETTERS_OF_PLOT = 140;

  private final XYIntervalSeries waiting = new XYIntervalSeries("waiting in the queue");
  private final XYIntervalSeries write;
  private final XYIntervalSeries read = new XYIntervalSeries("read");
  private final XYIntervalSeries other = new XYIntervalSeries("flush, discard, write-zeroes");
  private final XYIntervalSeries failed = new XYIntervalSeries("failed");
  private final XYSeries crosses = new XYSeries("failed: here it ended", false);
  private final RunModel model;
  private final BioTable bios;
  private final TimeWindow window;
  private final Timeline timeline;
  private final MarkLines marks;

  private TimelinePicture(RunModel model) {
    this.model = model;
    this.bios = model.bios();
    this.window = model.window();
    this.timeline = Timeline.of(model, MOST_BARS);
    this.marks = MarkLines.of(model);
    this.write = new XYIntervalSeries(timeline.binned() ? "bios at the device at once" : "write");
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
      double bottom = column.device() + LANE / 2 - STRIPE;
      double height = (LANE - STRIPE) * column.meanMilli() / most[column.device()];
      long to = Math.min(window.toNanos(), column.fromNanos() + timeline.columnNanos());
      add(write, column.fromNanos(), to, bottom - height, bottom);
      if (column.failed() > 0) {
        add(failed, column.fromNanos(), to, bottom + STRIPE / 4, bottom + STRIPE);
      }
    }
  }

  private void addBar(int row) {
    int rows = rows(row);
    double height = Math.min(TALLEST, LANE / rows);
    double top = middle(row) - height / 2;
    double bottom = top + height * (rows > 16 ? 1 : 0.9);
    long submitted = window.clip(bios.submitted(row));
    long end = window.clip(model.bioEnd(row));
    long issued = Math.min(end, window.clip(bios.issued(row)));
    if (issued > submitted) {
      add(waiting, submitted, issued, top, bottom);
    }
    if (bios.issued(row) <= window.toNanos()) {
      add(seriesOf(row), issued, end, top, bottom);
    }
    if (bios.failed(row) && window.contains(bios.ended(row))) {
      crosses.add(time(end), (top + bottom) / 2);
    }
  }

  /** Rows of a lane stand one below the other around its middle. */
  private double middle(int row) {
    int rows = rows(row);
    double height = Math.min(TALLEST, LANE / rows);
    return bios.device(row) + height * (Math.min(bios.slot(row), rows - 1) - (rows - 1) / 2.0);
  }

  private int rows(int row) {
    return Math.max(1, Math.min(MOST_ROWS, bios.slotCount(bios.device(row))));
  }

  private XYIntervalSeries seriesOf(int row) {
    if (bios.failed(row)) {
      return failed;
    }
    return switch (BarKind.of(model, row)) {
      case READ -> read;
      case WRITE -> write;
      case FLUSH, OTHER -> other;
    };
  }

  /** Nothing is thinner than a pixel, or what takes no time would not be seen. */
  private void add(XYIntervalSeries series, long from, long to, double top, double bottom) {
    long shortest = window.lengthNanos() / 1200;
    double end = time(Math.max(to, from + shortest));
    series.add(time(from), time(from), end, (top + bottom) / 2, top, bottom);
  }

  private double time(long nanos) {
    return PictureStyle.inUnit(nanos, model);
  }

  private JFreeChart chart() {
    XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
    bars.addSeries(waiting);
    bars.addSeries(write);
    bars.addSeries(read);
    bars.addSeries(other);
    bars.addSeries(failed);
    XYPlot plot =
        new XYPlot(bars, PictureStyle.timeAxis(model), devices(), bars(!timeline.binned()));
    plot.setDataset(1, new XYSeriesCollection(crosses));
    plot.setRenderer(1, crossRenderer());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    PictureStyle.plot(plot);
    plot.setRangeGridlinesVisible(false);
    JFreeChart chart = PictureStyle.chart(model, "Timeline", plot);
    labels(plot);
    marks.draw(plot, true);
    PictureStyle.subtitle(chart, explanation());
    return chart;
  }

  /** Few bars are named: inside the bar, or behind it, where there is room for the name. */
  private void labels(XYPlot plot) {
    if (timeline.bars().size() > MOST_LABELS) {
      return;
    }
    long margin = window.lengthNanos() / 100;
    for (int row : timeline.bars()) {
      String text = label(row);
      long width = window.lengthNanos() / LETTERS_OF_PLOT * text.length() + margin;
      long begin = window.clip(bios.issued(row));
      long end = window.clip(model.bioEnd(row));
      if (end - begin > width) {
        label(plot, text, time((begin + end) / 2), row, TextAnchor.CENTER);
      } else if (next(row, end) - end > width) {
        label(plot, text, time(end + margin), row, TextAnchor.CENTER_LEFT);
      }
    }
  }

  private void label(XYPlot plot, String text, double x, int row, TextAnchor anchor) {
    boolean dark = anchor == TextAnchor.CENTER && seriesOf(row) != write;
    XYTextAnnotation label = new XYTextAnnotation(text, x, middle(row));
    label.setFont(PictureStyle.font(Font.BOLD, 17));
    label.setPaint(dark ? Color.WHITE : PictureStyle.INK);
    label.setTextAnchor(anchor);
    plot.addAnnotation(label);
  }

  /** When the next bar begins in the place of one that ends. */
  private long next(int row, long end) {
    long next = window.toNanos();
    for (int other : timeline.bars()) {
      boolean there =
          bios.device(other) == bios.device(row)
              && bios.slot(other) == bios.slot(row)
              && other != row
              && bios.submitted(other) >= end;
      next = there ? Math.min(next, bios.submitted(other)) : next;
    }
    return next;
  }

  private String label(int row) {
    String status = bios.ended(row) < 0 || bios.failed(row) ? bios.outcome(row) : "";
    return PictureStyle.shortened(model.result().names().call(bios.call(row)), MOST_LETTERS)
        + ", region "
        + bios.region(row)
        + (status.isEmpty() ? "" : ": " + status);
  }

  private String explanation() {
    return timeline.binned()
        ? "A lane a device: its height is how many bios were there at once; a stripe below marks"
            + " where bios failed."
        : "A lane a device, a bar a bio; bios that overlap have rows of their own.";
  }

  private SymbolAxis devices() {
    String[] names =
        model.result().devices().stream()
            .map(device -> PictureStyle.shortened(device.name(), MOST_LETTERS))
            .toArray(String[]::new);
    SymbolAxis axis = new SymbolAxis("device", names);
    axis.setInverted(true);
    double room = marks.room(Math.max(1, names.length));
    axis.setRange(-0.5 - room, Math.max(0.5, names.length - 0.5));
    axis.setGridBandPaint(new Color(0xf3f5f7));
    axis.setGridBandAlternatePaint(Color.WHITE);
    PictureStyle.axis(axis);
    axis.setTickLabelFont(PictureStyle.font(Font.BOLD, 20));
    return axis;
  }

  private static XYBarRenderer bars(boolean outlined) {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setShadowVisible(false);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setDrawBarOutline(outlined);
    renderer.setLegendBar(new Rectangle2D.Double(-14, -7, 28, 14));
    Color[] fills = {
      PictureStyle.WAITING,
      PictureStyle.WRITE,
      PictureStyle.READ,
      PictureStyle.RARE,
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
