package io.dmio.report.picture;

import io.dmio.model.PoolTrack;
import io.dmio.model.RunModel;
import io.dmio.report.figures.StepChoice;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.util.Locale;
import java.util.function.IntToLongFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** A lane a pool: what is in its reserve and what is out of it; below, who waits. */
final class PoolPicture {

  private static final int MOST_STEPS = 3000;
  private static final BasicStroke SOLID = new BasicStroke(3);
  private static final BasicStroke DASHED =
      new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {9, 5}, 0);

  private final CombinedDomainXYPlot lanes;
  private final XYSeriesCollection waiting = new XYSeriesCollection();
  private final XYStepRenderer waitingLines = lines();
  private final LegendItemCollection legend = new LegendItemCollection();
  private final RunModel model;

  private PoolPicture(RunModel model) {
    this.model = model;
    this.lanes = new CombinedDomainXYPlot(PictureStyle.timeAxis(model));
  }

  static JFreeChart of(RunModel model) {
    PoolPicture picture = new PoolPicture(model);
    model.pools().forEach(picture::add);
    return picture.chart();
  }

  private void add(PoolTrack pool) {
    int[] steps = StepChoice.of(pool, MOST_STEPS, model.window());
    if (steps.length == 0) {
      return;
    }
    XYSeriesCollection levels = new XYSeriesCollection();
    levels.addSeries(series("in reserve", pool, steps, pool::reserve));
    levels.addSeries(series("out", pool, steps, pool::out));
    XYStepRenderer lines = lines();
    style(lines, 0, PictureStyle.READ, SOLID);
    style(lines, 1, PictureStyle.OTHER, DASHED);
    XYPlot lane = plot(levels, pool.name(), lines);
    if (lanes.getSubplots().isEmpty()) {
      legend.addAll(lane.getLegendItems());
    }
    lanes.add(lane, 3);
    int number = waiting.getSeriesCount();
    waiting.addSeries(series(pool.name() + " waiting", pool, steps, pool::waiting));
    boolean even = number % 2 == 0;
    Color paint = even ? PictureStyle.FAILED : PictureStyle.INK;
    style(waitingLines, number, paint, even ? SOLID : DASHED);
  }

  private XYSeries series(String name, PoolTrack pool, int[] steps, IntToLongFunction value) {
    XYSeries series = new XYSeries(name, false);
    for (int step : steps) {
      series.add(time(model.window().clip(pool.time(step))), (double) value.applyAsLong(step));
    }
    series.add(time(model.window().toNanos()), (double) value.applyAsLong(steps[steps.length - 1]));
    return series;
  }

  private double time(long nanos) {
    return PictureStyle.inUnit(nanos, model);
  }

  private JFreeChart chart() {
    XYPlot waiters = plot(waiting, "callers waiting", waitingLines);
    legend.addAll(waiters.getLegendItems());
    lanes.add(waiters, 2);
    MarkLines marks = MarkLines.of(model);
    for (Object lane : lanes.getSubplots()) {
      marks.draw((XYPlot) lane, false);
    }
    lanes.setGap(18);
    lanes.setFixedLegendItems(legend);
    JFreeChart chart = PictureStyle.chart(model, "Pools", lanes);
    PictureStyle.subtitle(
        chart,
        "Elements in the reserve of each pool and out of it; below, callers that wait for one.");
    return chart;
  }

  private static XYPlot plot(XYSeriesCollection data, String label, XYStepRenderer lines) {
    NumberAxis axis = new NumberAxis(label);
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setNumberFormatOverride(PictureStyle.plainNumber());
    double most = data.getSeriesCount() == 0 ? 1 : Math.max(1, data.getRangeUpperBound(false));
    axis.setRange(0, most * 1.08);
    PictureStyle.axis(axis);
    XYPlot plot = new XYPlot(data, null, axis, lines);
    PictureStyle.plot(plot);
    return plot;
  }

  private static XYStepRenderer lines() {
    XYStepRenderer lines = new XYStepRenderer();
    lines.setLegendLine(new Line2D.Double(-22, 0, 22, 0));
    return lines;
  }

  private static void style(XYStepRenderer lines, int series, Color paint, BasicStroke stroke) {
    lines.setSeriesPaint(series, paint);
    lines.setSeriesStroke(series, stroke);
  }
}
