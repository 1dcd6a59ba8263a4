package io.dmio.model;

import io.dmio.testbed.RunResult.RuleResult;
import java.util.BitSet;
import java.util.List;

/**
 * Which rule hit which bio: the log has a fault record for every bio that a rule hit. Rules that
 * let bios end well are kept apart from those that make them fail.
 */
public final class FaultTable {

  private static final int RULE = 0;
  private static final int FIRST = 1;
  private static final int SECTORS = 2;

  private static final int BIO = 3;
  private static final int DEVICE = 4;
  private static final int PREVIOUS = 5;

  private final BitSet silentRules = new BitSet();
  private final LongTable hits = new LongTable(6);
  private final RowIndex byBio = new RowIndex();
  private final LongTable silentHits = new LongTable(6);
  private final RowIndex silentByBio = new RowIndex();

  FaultTable(List<RuleResult> rules) {
    for (RuleResult rule : rules) {
      silentRules.set(rule.number(), rule.silent());
    }
  }

  /** A rule hit a bio; onsets without a bio and failed allocations have a negative bio. */
  void fired(int rule, int device, long first, long sectors, int bio) {
    if (bio < 0) {
      return;
    }
    if (silentRules.get(rule)) {
      if (silentByBio.row(bio) < 0) {
        silentByBio.put(bio, silentHits.rows());
      }
      add(silentHits, rule, device, first, sectors, bio);
    } else if (hitOf(bio, device) < 0) {
      int previous = byBio.row(bio);
      byBio.put(bio, hits.rows());
      hits.set(add(hits, rule, device, first, sectors, bio), PREVIOUS, previous);
    }
  }

  /** The first hit of a bio on a device, or -1; a bio to a stacked device is on several. */
  private int hitOf(int bio, int device) {
    int row = byBio.row(bio);
    while (row >= 0 && hits.getInt(row, DEVICE) != device) {
      row = hits.getInt(row, PREVIOUS);
    }
    return row;
  }

  private static int add(LongTable table, int rule, int device, long first, long sectors, int bio) {
    int row = table.add();
    table.set(row, DEVICE, device);
    table.set(row, RULE, rule);
    table.set(row, FIRST, first);
    table.set(row, SECTORS, sectors);
    table.set(row, BIO, bio);
    return row;
  }

  /** The first rule that made something of a bio wrong and let it end well, or -1. */
  public int silentRuleOf(int bio) {
    int row = silentByBio.row(bio);
    return row < 0 ? -1 : silentHits.getInt(row, RULE);
  }

  /** How many times rules that let bios end well have hit one. */
  public int silentHits() {
    return silentHits.rows();
  }

  /** Of such a hit the rule. */
  public int silentRule(int hit) {
    return silentHits.getInt(hit, RULE);
  }

  /** Of such a hit the bio. */
  public int silentBio(int hit) {
    return silentHits.getInt(hit, BIO);
  }

  /** The number of the first rule that made a bio fail on a device, or -1. */
  int ruleOf(int bio, int device) {
    int row = hitOf(bio, device);
    return row < 0 ? -1 : hits.getInt(row, RULE);
  }

  /** The sectors of a device that were bad for a bio that a rule hit there. */
  public String badSectors(int bio, int device) {
    int row = hitOf(bio, device);
    return Quantities.sectors(hits.get(row, FIRST), hits.get(row, SECTORS));
  }

  /** Whether more than one sector was bad. */
  public boolean several(int bio, int device) {
    return hits.get(hitOf(bio, device), SECTORS) > 1;
  }
}
