package io.dmio.report;

import io.dmio.testbed.RunResult.RuleResult;
import java.util.BitSet;
import java.util.List;

/**
 * Which rule hit which bio: the log has a fault record for every bio that a rule hit. Rules that
 * let bios end well are kept apart from those that make them fail.
 */
final class FaultBook {

  private static final int RULE = 0;
  private static final int FIRST = 1;
  private static final int SECTORS = 2;

  private static final int BIO = 3;

  private final BitSet silentRules = new BitSet();
  private final LongTable hits = new LongTable(4);
  private final RowIndex byBio = new RowIndex();
  private final LongTable silentHits = new LongTable(4);
  private final RowIndex silentByBio = new RowIndex();

  FaultBook(List<RuleResult> rules) {
    for (RuleResult rule : rules) {
      silentRules.set(rule.number(), rule.silent());
    }
  }

  /** A rule hit a bio; onsets without a bio and failed allocations have a negative bio. */
  void fired(int rule, long first, long sectors, int bio) {
    if (bio < 0) {
      return;
    }
    if (silentRules.get(rule)) {
      add(silentHits, silentByBio, rule, first, sectors, bio);
    } else if (byBio.row(bio) < 0) {
      add(hits, byBio, rule, first, sectors, bio);
    }
  }

  private static void add(
      LongTable table, RowIndex index, int rule, long first, long sectors, int bio) {
    int row = table.add();
    table.set(row, RULE, rule);
    table.set(row, FIRST, first);
    table.set(row, SECTORS, sectors);
    table.set(row, BIO, bio);
    if (index.row(bio) < 0) {
      index.put(bio, row);
    }
  }

  /** The first rule that made something of a bio wrong and let it end well, or -1. */
  int silentRuleOf(int bio) {
    int row = silentByBio.row(bio);
    return row < 0 ? -1 : silentHits.getInt(row, RULE);
  }

  /** How many times rules that let bios end well have hit one. */
  int silentHits() {
    return silentHits.rows();
  }

  /** Of such a hit the rule. */
  int silentRule(int hit) {
    return silentHits.getInt(hit, RULE);
  }

  /** Of such a hit the bio. */
  int silentBio(int hit) {
    return silentHits.getInt(hit, BIO);
  }

  /** The number of the first rule that made a bio fail, or -1. */
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
