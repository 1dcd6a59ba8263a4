package io.dmio.report.picture;

import io.dmio.model.RunModel;
import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.LatencyStat;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Percentiles from left to right, latency from bottom to top, a line for calls and each device. */
final class LatencyPicture {

  private final XYSeriesCollection lines = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
  private final RunModel model;
  private long least = Long.MAX_VALUE;
  private long most = 1;

  private LatencyPicture(RunModel model) {
    this.model = model;
  }

  static JFreeChart of(RunModel model) {
    LatencyPicture picture = new LatencyPicture(model);
    Latencies latencies = Latencies.of(model);
    picture.add("calls (clat)", latencies.calls());
    for (int i = 0; i < latencies.devices().size(); i++) {
      String name = model.result().devices().get(i).name();
      picture.add("bios of " + name + " (Q2C)", latencies.devices().get(i));
    }
    return picture.chart();
  }

  /** A logarithm has no place for 0: what took no time stands at 1 ns. */
  private void add(String name, LatencyStat latency) {
    if (latency.count() == 0) {
      return;
    }
    XYSeries series = new XYSeries(name + ", " + latency.count(), false);
    for (int i = 0; i < Latencies.SHOWN.size(); i++) {
      long nanos = Math.max(1, latency.percentile(Latencies.SHOWN.get(i).percent()));
      least = Math.min(least, nanos);
      most = Math.max(most, nanos);
      series.add(i, (double) nanos);
    }
    int number = lines.getSeriesCount();
    lines.addSeries(series);
    renderer.setSeriesPaint(
        number, number == 0 ? PictureStyle.INK : PictureStyle.series(number - 1));
    renderer.setSeriesStroke(
        number, number == 0 ? new BasicStroke(4) : PictureStyle.stroke(number - 1));
    renderer.setSeriesShape(number, shape(number));
  }

  private JFreeChart chart() {
    XYPlot plot = new XYPlot(lines, percentiles(), latency(), renderer);
    PictureStyle.plot(plot);
    JFreeChart chart = PictureStyle.chart(model, "Latency", plot);
    String which = model.windowed() ? " ended in the window" : "";
    PictureStyle.subtitle(
        chart,
        "Calls: from call to return or callback. Bios: from submission to end, queue included."
            + " Behind each name, how many"
            + which
            + ".");
    return chart;
  }

  private static SymbolAxis percentiles() {
    List<String> names = Latencies.SHOWN.stream().map(Latencies.Percentile::name).toList();
    SymbolAxis axis = new SymbolAxis("percentile", names.toArray(String[]::new));
    axis.setGridBandsVisible(false);
    PictureStyle.axis(axis);
    return axis;
  }

  private TimeLogAxis latency() {
    TimeLogAxis axis = new TimeLogAxis("latency (logarithmic)");
    axis.setRange(Math.min(least, most) / 1.5, most * 1.5);
    PictureStyle.axis(axis);
    return axis;
  }

  private static Shape shape(int number) {
    return switch (number % 4) {
      case 0 -> new Ellipse2D.Double(-6, -6, 12, 12);
      case 1 -> new Rectangle2D.Double(-6, -6, 12, 12);
      case 2 -> triangle(8);
      default -> triangle(-8);
    };
  }

  private static Shape triangle(double radius) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -radius);
    path.lineTo(radius, radius);
    path.lineTo(-radius, radius);
    path.closePath();
    return path;
  }
}
