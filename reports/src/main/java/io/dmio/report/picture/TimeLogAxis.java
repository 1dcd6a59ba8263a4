package io.dmio.report.picture;

import io.dmio.model.Quantities;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic axis of nanoseconds with ticks at 1, 2 and 5 of each decade, in words. */
final class TimeLogAxis extends LogAxis {

  private static final long serialVersionUID = 1;
  private static final long[] STEPS = {1, 2, 5};
  private static final long WIDE = 1000;

  TimeLogAxis(String label) {
    super(label);
    setSmallestValue(0.1);
  }

  @Override
  protected List<NumberTick> refreshTicksVertical(
      Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    boolean wide = getUpperBound() / getLowerBound() > WIDE;
    List<NumberTick> ticks = new ArrayList<>();
    for (long decade = 1; decade > 0 && decade <= getUpperBound(); decade *= 10) {
      for (long step : wide ? new long[] {1} : STEPS) {
        addTick(ticks, decade * step);
      }
    }
    return ticks;
  }

  private void addTick(List<NumberTick> ticks, long nanos) {
    if (getRange().contains((double) nanos)) {
      String label = Quantities.time(nanos);
      ticks.add(new NumberTick(nanos, label, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER, 0));
    }
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    return super.clone();
  }
}
