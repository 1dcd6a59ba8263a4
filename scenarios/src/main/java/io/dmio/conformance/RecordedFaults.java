package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.device.DiskFaults;
import io.dmio.device.FaultDecision;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The fault rules of a recorded disk, looked at in order for each bio that arrives. */
final class RecordedFaults implements DiskFaults {

  private static final int UNLIMITED = -1;

  private final List<RecordedRule> rules;

  private RecordedFaults(List<RecordedRule> rules) {
    this.rules = rules;
  }

  /** The rules of a disk. */
  static RecordedFaults of(JsonNode list) {
    List<RecordedRule> rules = new ArrayList<>();
    list.forEach(rule -> rules.add(rule(rule)));
    return new RecordedFaults(rules);
  }

  /** null_blk's {@code "40-47"}: whatever touches these sectors fails; empty: nothing does. */
  static DiskFaults badBlocks(String range) {
    if (range.isEmpty()) {
      return NONE;
    }
    String[] ends = range.split("-", 2);
    long first = Long.parseLong(ends[0]);
    long count = Long.parseLong(ends[ends.length - 1]) - first + 1;
    EnumSet<RequestOp> all = EnumSet.allOf(RequestOp.class);
    return new RecordedFaults(
        List.of(
            new RecordedRule(
                RecordedRule.Kind.ERROR, first, count, all, false, BlockStatus.IOERR, UNLIMITED)));
  }

  @Override
  public void arrived(Bio bio, FaultDecision decision) {
    for (RecordedRule rule : rules) {
      if (rule.decides(bio, decision)) {
        return;
      }
    }
  }

  @Override
  public void written(Bio bio) {
    // Dust heals when a write arrives, whatever becomes of it.
  }

  private static RecordedRule rule(JsonNode rule) {
    boolean flushes = false;
    EnumSet<RequestOp> ops = EnumSet.noneOf(RequestOp.class);
    for (JsonNode on : rule.path("on")) {
      if (on.asText().equals("flush")) {
        flushes = true;
      } else {
        ops.add(CaseWords.find("devices.faults.on", RequestOp.values(), on.asText()));
      }
    }
    return new RecordedRule(
        CaseWords.find(
            "devices.faults.kind", RecordedRule.Kind.values(), rule.path("kind").asText()),
        rule.path("first").asLong(),
        rule.path("count").asLong(),
        ops,
        flushes,
        CaseWords.status(rule.path("status").asText("IOERR")),
        rule.path("times").asLong(UNLIMITED));
  }
}
