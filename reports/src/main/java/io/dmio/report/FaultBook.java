package io.dmio.report;

/** Which rule made which bio fail: the log has a fault record for every bio that a rule hit. */
final class FaultBook {

  private static final int RULE = 0;
  private static final int FIRST = 1;
  private static final int SECTORS = 2;

  private final LongTable hits = new LongTable(3);
  private final RowIndex byBio = new RowIndex();

  /** A rule hit a bio; onsets without a bio and failed allocations have a negative bio. */
  void fired(int rule, long first, long sectors, int bio) {
    if (bio < 0 || byBio.row(bio) >= 0) {
      return;
    }
    int row = hits.add();
    hits.set(row, RULE, rule);
    hits.set(row, FIRST, first);
    hits.set(row, SECTORS, sectors);
    byBio.put(bio, row);
  }

  /** The number of the first rule that hit a bio, or -1. */
  int ruleOf(int bio) {
    int row = byBio.row(bio);
    return row < 0 ? -1 : hits.getInt(row, RULE);
  }

  /** The sectors that were bad for a bio that a rule hit. */
  String badSectors(int bio) {
    int row = byBio.row(bio);
    return Quantities.sectors(hits.get(row, FIRST), hits.get(row, SECTORS));
  }

  /** Whether more than one sector was bad. */
  boolean several(int bio) {
    return hits.get(byBio.row(bio), SECTORS) > 1;
  }
}
