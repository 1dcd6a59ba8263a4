package io.dmio.report.page;

import java.util.List;

/**
 * What a page says of power cuts and of what was lost.
 *
 * @param marked whether anything was done to the world from outside
 * @param cuts what each cut did to each disk
 * @param cutsNote what is not shown, or an empty text
 * @param losses sectors that differ as a silent fault or the kernel explains
 * @param lossesNote how many there are and what is not shown
 */
public record PowerPage(
    boolean marked, List<CutView> cuts, String cutsNote, List<LossView> losses, String lossesNote) {

  public PowerPage {
    cuts = List.copyOf(cuts);
    losses = List.copyOf(losses);
  }

  /**
   * A cut of one disk.
   *
   * @param event the name of the event that did it, empty if it is not known
   * @param line where that stands, 0: nowhere
   */
  record CutView(
      String device,
      String when,
      String event,
      int line,
      String sentence,
      List<RowView> rows,
      String rowsNote) {

    CutView {
      rows = List.copyOf(rows);
    }
  }

  /** A run of sectors after a cut. */
  record RowView(
      String sectors, List<String> allowed, String survived, String why, boolean readable) {

    RowView {
      allowed = List.copyOf(allowed);
    }
  }

  /** A loss; rule: what explains it; line 0: no rule. */
  public record LossView(
      String device,
      String sectors,
      String expected,
      String actual,
      String rule,
      int line,
      String found) {}
}
