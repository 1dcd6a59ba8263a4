package io.dmio.report.picture;

import io.dmio.model.BioTable;
import io.dmio.model.FaultTrack;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.report.figures.BarKind;
import io.dmio.report.figures.SectorGrid;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Virtual time from left to right, a plot a device with its sectors from top to bottom. */
final class SectorPicture {

  /** Plots of more devices would be too low to read. */
  private static final int MOST_LETTERS = 24;

  private static final int MOST_DEVICES = 6;

  private static final int MOST_BIOS = 2500;
  private static final Color[] FILLS = {
    PictureStyle.WAITING, PictureStyle.WRITE, PictureStyle.READ, PictureStyle.FAILED
  };

  private final RunModel model;
  private final CombinedDomainXYPlot plots;
  private final LegendItemCollection legend = new LegendItemCollection();
  private final boolean counted;

  private SectorPicture(RunModel model) {
    this.model = model;
    this.plots = new CombinedDomainXYPlot(PictureStyle.timeAxis(model));
    this.counted = model.bios().count() > MOST_BIOS;
  }

  static JFreeChart of(RunModel model) {
    SectorPicture picture = new SectorPicture(model);
    List<Integer> devices =
        IntStream.range(0, model.result().devices().size())
            .boxed()
            .sorted((a, b) -> Long.compare(picture.trouble(b), picture.trouble(a)))
            .limit(MOST_DEVICES)
            .sorted()
            .toList();
    devices.forEach(picture::add);
    if (devices.isEmpty()) {
      picture.plots.add(new XYPlot());
    }
    return picture.chart(devices.size());
  }

  /** Devices on which bios failed go before the others where not all can be shown. */
  private long trouble(int device) {
    return model.result().devices().get(device).failed();
  }

  private void add(int device) {
    XYIntervalSeries[] series = new XYIntervalSeries[FILLS.length];
    String[] names =
        counted
            ? new String[] {
              "touched by bios", "by more than the mean", "by twice the mean", "failed"
            }
            : new String[] {"flush, discard, write-zeroes", "write", "read", "failed"};
    XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
    for (int i = 0; i < series.length; i++) {
      series[i] = new XYIntervalSeries(names[i]);
      series[i].setNotify(false);
      bars.addSeries(series[i]);
    }
    if (counted) {
      addCells(series, SectorGrid.of(model, device));
    } else {
      addBios(series, device);
    }
    plot(device, bars);
  }

  private void addBios(XYIntervalSeries[] series, int device) {
    BioTable bios = model.bios();
    for (int row = 0; row < bios.count(); row++) {
      if (bios.device(row) == device && bios.bytes(row) > 0 && model.showsBio(row)) {
        int kind =
            switch (BarKind.of(model, row)) {
              case READ -> 2;
              case WRITE -> 1;
              case FLUSH, OTHER -> 0;
            };
        add(
            series[bios.failed(row) ? 3 : kind],
            bios.submitted(row),
            model.bioEnd(row),
            bios.sector(row),
            bios.sectors(row));
      }
    }
  }

  private void addCells(XYIntervalSeries[] series, SectorGrid grid) {
    long sum = 0;
    long cells = 0;
    for (int bios : grid.bios()) {
      sum += bios;
      cells += bios > 0 ? 1 : 0;
    }
    long nanos = SectorGrid.nanosOfColumn(model);
    for (int cell = 0; cell < grid.bios().length; cell++) {
      long bios = grid.bios()[cell];
      if (bios > 0) {
        int shade = bios * cells >= 2 * sum ? 2 : bios * cells > sum ? 1 : 0;
        long from = model.window().fromNanos() + cell / SectorGrid.ROWS * nanos;
        long first = grid.first() + cell % SectorGrid.ROWS * grid.sectorsOfRow();
        add(
            series[grid.failed()[cell] > 0 ? 3 : shade],
            from,
            from + nanos,
            first,
            grid.sectorsOfRow());
      }
    }
  }

  private void add(XYIntervalSeries series, long from, long to, long first, long sectors) {
    TimeWindow window = model.window();
    long least = window.lengthNanos() / 1000;
    long begin = window.clip(from);
    double end = time(Math.max(window.clip(to), begin + least));
    double low = (double) first;
    double high = (double) (first + sectors);
    series.add(time(begin), time(begin), end, (low + high) / 2, low, high);
  }

  private double time(long nanos) {
    return PictureStyle.inUnit(nanos, model);
  }

  private void plot(int device, XYIntervalSeriesCollection bars) {
    NumberAxis axis =
        new NumberAxis(
            PictureStyle.shortened(model.result().devices().get(device).name(), MOST_LETTERS)
                + " [sector]");
    axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
    axis.setNumberFormatOverride(PictureStyle.plainNumber());
    axis.setInverted(true);
    axis.setAutoRangeIncludesZero(false);
    PictureStyle.axis(axis);
    XYPlot plot = new XYPlot(bars, null, axis, bars());
    plot.setDataset(1, new XYSeriesCollection(hits(device)));
    plot.setRenderer(1, diamonds());
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    PictureStyle.plot(plot);
    if (plots.getSubplots().isEmpty()) {
      legend.addAll(plot.getLegendItems());
    }
    plots.add(plot);
  }

  /** Where faults hit bios or set in. */
  private XYSeries hits(int device) {
    XYSeries hits = new XYSeries("a fault hits or sets in", false);
    FaultTrack faults = model.faultTrack();
    for (int row = 0; row < faults.count() && hits.getItemCount() < MOST_BIOS; row++) {
      boolean placed = faults.device(row) == device && faults.sectors(row) > 0;
      if (placed && model.asked().contains(faults.time(row))) {
        hits.add(time(faults.time(row)), faults.first(row) + faults.sectors(row) / 2.0);
      }
    }
    return hits;
  }

  private JFreeChart chart(int shown) {
    plots.setGap(14);
    plots.setFixedLegendItems(legend);
    JFreeChart chart = PictureStyle.chart(model, "Sector map", plots);
    int left = model.result().devices().size() - shown;
    PictureStyle.subtitle(
        chart,
        (counted
                ? "Cells of time and sectors; dark ones were touched by many bios."
                : "A bar a bio: from its submission to its end, over the sectors that it touches.")
            + (left > 0 ? " " + Quantities.count(left, "more device") + " not shown." : ""));
    return chart;
  }

  private static XYBarRenderer bars() {
    XYBarRenderer renderer = new XYBarRenderer();
    renderer.setUseYInterval(true);
    renderer.setShadowVisible(false);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setDrawBarOutline(true);
    renderer.setLegendBar(new Rectangle2D.Double(-14, -7, 28, 14));
    for (int i = 0; i < FILLS.length; i++) {
      renderer.setSeriesPaint(i, FILLS[i]);
      renderer.setSeriesOutlinePaint(i, i == 0 ? new Color(0x9aa5b0) : FILLS[i].darker());
      renderer.setSeriesOutlineStroke(i, new BasicStroke(i == 3 ? 2f : 1f));
    }
    return renderer;
  }

  private static XYLineAndShapeRenderer diamonds() {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setSeriesShape(0, diamond(8));
    renderer.setSeriesPaint(0, PictureStyle.INK);
    return renderer;
  }

  private static Shape diamond(double radius) {
    Path2D path = new Path2D.Double();
    path.moveTo(0, -radius);
    path.lineTo(radius, 0);
    path.lineTo(0, radius);
    path.lineTo(-radius, 0);
    path.closePath();
    return new BasicStroke(2.4f).createStrokedShape(path);
  }
}
