package io.dmio.report.picture;

import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.report.figures.Mark;
import io.dmio.story.ScenarioLines;
import io.dmio.story.Wording;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** Draws marks into pictures: lines of full height, with labels at their tops. */
final class MarkLines {

  private static final int MOST = 300;
  private static final int MOST_ROWS = 4;
  private static final int ROW = 22;
  private static final int PLOT_WIDTH = 1400;
  private static final int PLOT_HEIGHT = 640;
  private static final int LETTER = 9;

  private static final Color GOOD = new Color(0x00664a);
  private static final Color SOFT = new Color(0x54616e);
  private static final BasicStroke SOLID = new BasicStroke(3);
  private static final float[] DASHES = {9, 6};
  private static final float[] DOTS = {3, 5};

  private final RunModel model;
  private final List<Mark> marks;
  private final int[] rows;

  private MarkLines(RunModel model) {
    this.model = model;
    Wording words = new Wording(model.result(), new ScenarioLines("", List.of(), Map.of(), ""));
    this.marks = Mark.of(model, words, MOST);
    this.rows = rows();
  }

  /** Finds what is to be marked in the window. */
  static MarkLines of(RunModel model) {
    return new MarkLines(model);
  }

  /** How much room the labels need above some lanes, in lanes. */
  double room(int lanes) {
    int most = -1;
    for (int row : rows) {
      most = Math.max(most, row);
    }
    double share = (most + 1.0) * ROW / PLOT_HEIGHT;
    return lanes * share / (1 - share);
  }

  /** Draws the lines behind nothing; their labels if there is room for them. */
  void draw(XYPlot plot, boolean labels) {
    for (int i = 0; i < marks.size(); i++) {
      ValueMarker line = line(marks.get(i));
      if (labels && rows[i] >= 0) {
        label(line, marks.get(i), rows[i]);
      }
      plot.addDomainMarker(line, Layer.FOREGROUND);
    }
  }

  private ValueMarker line(Mark mark) {
    ValueMarker line = new ValueMarker(PictureStyle.inUnit(mark.nanos(), model));
    line.setAlpha(1);
    line.setPaint(paint(mark));
    line.setStroke(stroke(mark));
    return line;
  }

  private static void label(ValueMarker line, Mark mark, int row) {
    line.setLabel(mark.label());
    line.setLabelFont(PictureStyle.font(Font.BOLD, 16));
    line.setLabelPaint(paint(mark));
    line.setLabelBackgroundColor(Color.WHITE);
    line.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
    line.setLabelTextAnchor(TextAnchor.TOP_LEFT);
    line.setLabelOffset(new RectangleInsets(2 + row * (double) ROW, 0, 0, 5));
  }

  private static Color paint(Mark mark) {
    return switch (mark.kind()) {
      case "crash" -> PictureStyle.INK;
      case "cut", "offline" -> PictureStyle.FAILED;
      case "boot", "power", "online" -> GOOD;
      default -> SOFT;
    };
  }

  private static BasicStroke stroke(Mark mark) {
    return switch (mark.kind()) {
      case "crash", "cut", "boot" -> SOLID;
      case "offline", "power" -> dashed(DASHES);
      default -> dashed(DOTS);
    };
  }

  private static BasicStroke dashed(float[] dashes) {
    return new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
  }

  /** The row of each label, so that none covers another; -1: there is no room. */
  private int[] rows() {
    List<Double> free = new ArrayList<>();
    int[] chosen = new int[marks.size()];
    for (int i = 0; i < chosen.length; i++) {
      TimeWindow window = model.window();
      double x =
          (double) (marks.get(i).nanos() - window.fromNanos()) / window.lengthNanos() * PLOT_WIDTH;
      int row = 0;
      while (row < free.size() && free.get(row) > x) {
        row++;
      }
      chosen[i] = row < MOST_ROWS ? row : -1;
      double end = x + (marks.get(i).label().length() + 2.0) * LETTER;
      if (row == free.size()) {
        free.add(end);
      } else {
        free.set(row, end);
      }
    }
    return chosen;
  }
}
