package io.dmio.report.picture;

import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.story.Wording;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How pictures look: Okabe and Ito's colours, which colour-blind people can tell apart, chosen to
 * differ in brightness as well, with dashes and shapes for print in black and white.
 */
public final class PictureStyle {

  static final Color INK = new Color(0x16202a);
  static final Color GRID = new Color(0xd5dce3);
  static final Color WRITE = new Color(0x56b4e9);
  static final Color READ = new Color(0x0072b2);
  static final Color OTHER = new Color(0xe69f00);

  /** What is rare, darker than all others, so that grey tells it apart. */
  static final Color RARE = new Color(0x5b1a4a);

  static final Color FAILED = new Color(0xd55e00);
  static final Color WAITING = new Color(0xe3e8ed);

  /** For series of one kind, in their order. */
  private static final Color[] SERIES = {
    READ, OTHER, new Color(0x009e73), FAILED, new Color(0xcc79a7), WRITE, INK
  };

  private static final float[][] DASHES = {null, {10, 6}, {3, 5}, {14, 5, 3, 5}};

  private PictureStyle() {}

  static Color series(int number) {
    return SERIES[number % SERIES.length];
  }

  /** A stroke of its own for each of four series. */
  static BasicStroke stroke(int number) {
    return new BasicStroke(
        2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES[number % DASHES.length], 0);
  }

  /** A chart with title and legend. */
  static JFreeChart chart(RunModel model, String what, Plot plot) {
    JFreeChart chart = new JFreeChart(title(model, what), font(Font.BOLD, 26), plot, true);
    chart.setBackgroundPaint(Color.WHITE);
    chart.setPadding(new RectangleInsets(14, 14, 10, 26));
    chart.getTitle().setPaint(INK);
    chart.getTitle().setMargin(4, 0, 12, 0);
    chart.getLegend().setItemFont(font(Font.PLAIN, 18));
    chart.getLegend().setFrame(BlockBorder.NONE);
    chart.setTextAntiAlias(true);
    return chart;
  }

  static void subtitle(JFreeChart chart, String text) {
    TextTitle subtitle = new TextTitle(text, font(Font.PLAIN, 17));
    subtitle.setPaint(INK);
    subtitle.setMargin(0, 0, 10, 0);
    chart.addSubtitle(0, subtitle);
  }

  static void plot(XYPlot plot) {
    plot.setBackgroundPaint(Color.WHITE);
    plot.setDomainGridlinePaint(GRID);
    plot.setRangeGridlinePaint(GRID);
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setOutlinePaint(GRID);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
  }

  static void axis(ValueAxis axis) {
    axis.setLabelFont(font(Font.PLAIN, 19));
    axis.setTickLabelFont(font(Font.PLAIN, 17));
    axis.setLabelPaint(INK);
    axis.setTickLabelPaint(INK);
  }

  /** Virtual time from one end of the window to the other, in the unit that suits its length. */
  static NumberAxis timeAxis(RunModel model) {
    String unit = Quantities.timeUnitOf(model.window().lengthNanos());
    NumberAxis axis = new NumberAxis("virtual time [" + unit + "]");
    axis.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
    double from = inUnit(model.window().fromNanos(), model);
    double to = inUnit(model.window().toNanos(), model);
    axis.setRange(from, from + (to - from) * 1.01);
    axis.setNumberFormatOverride(plainNumber());
    axis(axis);
    return axis;
  }

  /** A time as a number of the unit of {@link #timeAxis}. */
  static double inUnit(long nanos, RunModel model) {
    return (double) nanos / Quantities.timeScaleOf(model.window().lengthNanos());
  }

  public static DecimalFormat plainNumber() {
    return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  private static String title(RunModel model, String what) {
    return what
        + "   "
        + model.result().scenario()
        + ", seed "
        + Quantities.seed(model.result().seed())
        + ": "
        + Wording.verdict(model.result())
        + (model.windowed() ? ", window " + model.asked().text() : "");
  }

  /** A name, or its begin and its end if it has more letters than there is room for. */
  static String shortened(String name, int most) {
    int half = most / 2 - 1;
    return name.length() <= most
        ? name
        : name.substring(0, half) + ".." + name.substring(name.length() - half);
  }
}
