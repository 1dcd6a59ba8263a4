package io.dmio.generator;

import io.dmio.sim.EventLog;
import io.dmio.testbed.CallOutcome;
import io.dmio.testbed.RunResult;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second opinion on a run: error bits, statuses and contents by the text of the scenario, the
 * event log and the bytes that bios carried. It uses nothing of {@code check}, nor what the engine
 * reckons with.
 */
final class Model {

  private static final int REGION_SHIFT = 16;

  private final ModelWorld world;
  private final RunResult result;
  private final Witness witness;
  private final Tally tally;
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<Integer, Carried> underWay = new HashMap<>();
  private final StatusModel statuses;
  private final ContentsModel contents;
  private final WritesModel writes;
  private final BitsModel bits;

  private Model(String text, RunResult result, Witness witness, Tally tally) {
    world = new ModelWorld(text);
    this.result = result;
    this.witness = witness;
    this.tally = tally;
    for (CallOutcome call : result.callList()) {
      names.put(call.number(), call.name());
    }
    Ways ways = new Ways(world);
    statuses = new StatusModel(world, ways);
    contents = new ContentsModel(world, ways, tally);
    writes = new WritesModel(world, tally);
    bits = new BitsModel(world, result.log(), names, tally);
  }

  /** Judges a run; of one that tried several states, its error bits alone. */
  static @Nullable Alarm judge(String text, RunResult result, Witness witness, Tally tally) {
    try {
      new Model(text, result, witness, tally).judge();
      return null;
    } catch (Difference e) {
      return new Alarm("model", e.getMessage());
    }
  }

  private void judge() {
    tally.scenarios++;
    EventLog log = result.log();
    for (long record = log.first(); record < log.count(); record++) {
      bits.see(record);
      if (result.tried().states() == 1) {
        see(log, record);
      }
    }
  }

  private void see(EventLog log, long record) {
    int subject = log.subject(record);
    switch (log.kind(record)) {
      case SUBMIT -> submit(subject, log.detail(record) >>> REGION_SHIFT);
      case END -> end(subject, log.detail(record) >>> REGION_SHIFT != 0);
      case POWER -> {
        if (log.detail(record) == 0) {
          contents.cut(world.names.get(subject));
        }
      }
      default -> {}
    }
  }

  private void submit(int number, int region) {
    Carried bio = witness.next(number);
    if (bio == null) {
      throw new Difference("nobody saw bio " + number);
    }
    underWay.put(number, bio);
    contents.begin(bio);
    writes.begin(bio, region);
  }

  private void end(int number, boolean failed) {
    Carried bio = underWay.remove(number);
    if (bio == null) {
      throw new Difference("bio " + number + " ended and was never submitted");
    }
    String call = names.getOrDefault(bio.call, "call " + bio.call);
    tally.bios++;
    Boolean fails = statuses.fails(bio);
    if (fails != null && fails != failed) {
      throw new Difference(
          "a bio of "
              + call
              + " to "
              + world.names.get(bio.device)
              + "@"
              + bio.first
              + "+"
              + bio.sectors()
              + (failed ? " failed, and nothing there fails" : " ended well, and should fail"));
    }
    tally.biosJudged += fails == null ? 0 : 1;
    contents.end(bio, failed, call);
    writes.end(bio, call);
  }
}
