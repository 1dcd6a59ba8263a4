package io.dmio.report;

import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToLongFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What is in each pool's reserve and out of the pool; below, who waits. */
final class PoolPicture {

  private static final int MOST_STEPS = 3000;

  private final XYSeriesCollection levels = new XYSeriesCollection();
  private final XYSeriesCollection waiters = new XYSeriesCollection();
  private final XYStepRenderer levelLines = new XYStepRenderer();
  private final XYStepRenderer waiterLines = new XYStepRenderer();
  private final RunModel model;

  private PoolPicture(RunModel model) {
    this.model = model;
  }

  static JFreeChart of(RunModel model) {
    PoolPicture picture = new PoolPicture(model);
    List<PoolTrack> pools = model.pools();
    for (int i = 0; i < pools.size(); i++) {
      picture.add(pools.get(i), i);
    }
    return picture.chart();
  }

  private void add(PoolTrack pool, int number) {
    int[] steps = StepChoice.of(pool, MOST_STEPS, model.endNanos());
    int line = levels.getSeriesCount();
    levels.addSeries(series(pool, " in reserve", steps, pool::reserve));
    levels.addSeries(series(pool, " out", steps, pool::out));
    waiters.addSeries(series(pool, " waiters", steps, pool::waiting));
    for (int i = 0; i < 2; i++) {
      levelLines.setSeriesPaint(line + i, PictureStyle.series(number));
      levelLines.setSeriesStroke(line + i, PictureStyle.line(number, i == 1));
    }
    waiterLines.setSeriesPaint(number, PictureStyle.series(number));
    waiterLines.setSeriesStroke(number, PictureStyle.line(number, false));
  }

  private XYSeries series(PoolTrack pool, String what, int[] steps, IntToLongFunction value) {
    XYSeries series = new XYSeries(pool.name() + what, false);
    for (int step : steps) {
      series.add(time(pool.time(step)), value.applyAsLong(step));
    }
    if (steps.length > 0) {
      series.add(time(model.endNanos()), value.applyAsLong(steps[steps.length - 1]));
    }
    return series;
  }

  private double time(long nanos) {
    return PictureStyle.inUnit(nanos, model.endNanos());
  }

  private JFreeChart chart() {
    CombinedDomainXYPlot both = new CombinedDomainXYPlot(PictureStyle.timeAxis(model));
    both.setGap(18);
    both.add(plot(levels, "elements", levelLines), 3);
    both.add(plot(waiters, "callers waiting", waiterLines), 1);
    JFreeChart chart = PictureStyle.chart(model, "Pools", both);
    PictureStyle.subtitle(
        chart, "Elements in the reserve and out of each pool; below, callers that wait for one.");
    return chart;
  }

  private static XYPlot plot(XYSeriesCollection data, String label, XYStepRenderer lines) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setNumberFormatOverride(PictureStyle.plainNumber());
    double most = data.getSeriesCount() == 0 ? 1 : Math.max(1, data.getRangeUpperBound(false));
    axis.setRange(0, Double.isNaN(most) ? 1 : most * 1.08);
    PictureStyle.axis(axis);
    XYPlot plot = new XYPlot(data, null, axis, lines);
    PictureStyle.plot(plot);
    lines.setLegendLine(new Line2D.Double(-22, 0, 22, 0));
    lines.setDefaultStroke(new BasicStroke(2.5f));
    return plot;
  }
}
