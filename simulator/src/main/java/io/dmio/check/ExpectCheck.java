package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.engine.ErrorBits;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.TappedBio;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.Complaint;
import io.dmio.workload.Quantity;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What steps expect of their calls, and what tasks complain of. */
final class ExpectCheck implements BioWatch {

  private final Failures failures;
  private final List<String> devices;
  private final Tally tally;

  // By its class, so that asking whether it is empty, as every bio does, needs no call.
  private final TreeMap<Integer, Seen> watched = new TreeMap<>();

  ExpectCheck(Failures failures, List<String> devices) {
    this.failures = failures;
    this.devices = devices;
    tally = failures.tally();
  }

  void callStarted(IoRequest call, CallExpectation expect) {
    if (!expect.isNone()) {
      assert !watched.containsKey(call.call()) : "call " + call.call() + " has started before";
      watched.put(call.call(), new Seen(expect, devices.size()));
    }
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    if (watched.isEmpty()) {
      return;
    }
    Seen seen = watched.get(tapped.call().number());
    if (seen != null) {
      seen.bios[tapped.device()]++;
    }
  }

  void callReturned(IoRequest call, IoReturn result) {
    Seen seen = watched.isEmpty() ? null : watched.get(call.call());
    if (seen != null) {
      seen.result = result;
      if (result.bitsWritten()) {
        seen.told(result.bits());
      }
    }
  }

  void callNotified(IoRequest call, long bits) {
    Seen seen = watched.isEmpty() ? null : watched.get(call.call());
    if (seen != null) {
      seen.told(bits);
    }
  }

  void callEnded(IoRequest call) {
    Seen seen = watched.isEmpty() ? null : watched.remove(call.call());
    if (seen == null) {
      return;
    }
    String name = failures.callName(call.call());
    FailureLocation place = FailureLocation.ofCall(call.call());
    if (seen.result != null) {
      judge(name, seen.result, seen.expect, place, -1, null);
    }
    judgeBits(call, seen, place);
    for (CallExpectation.BioCount count : seen.expect.bios()) {
      int bios = seen.bios[count.device()];
      tally.add(Comparison.STEP_EXPECTATIONS);
      if (!holds(count.count(), bios)) {
        FailureLocation device =
            new FailureLocation(call.call(), -1, count.device(), -1, 0, null, null);
        String should = words(count.count()) + " bios";
        failures.add(
            Check.EXPECT,
            name
                + " should send "
                + should
                + " to "
                + devices.get(count.device())
                + ", and sent "
                + bios,
            device.saying(should, bios + " bios"));
      }
    }
  }

  void poolCallEnded(int task, String step, IoReturn result, CallExpectation expect) {
    judge(step, result, expect, FailureLocation.NOWHERE, task, step);
  }

  void verified(int sectors) {
    tally.add(Comparison.VERIFIED, sectors);
  }

  void readBack(int sectors) {
    tally.add(Comparison.READ_BACK, sectors);
  }

  void complained(Complaint complaint) {
    boolean says = !complaint.expected().isEmpty() || !complaint.actual().isEmpty();
    FailureLocation place =
        new FailureLocation(
            complaint.call(),
            -1,
            complaint.device(),
            complaint.sector(),
            complaint.count(),
            says ? complaint.expected() : null,
            says ? complaint.actual() : null);
    failures.keep(
        checkOf(complaint.kind()), complaint.message(), place, complaint.task(), complaint.step());
  }

  private static Check checkOf(Complaint.Kind kind) {
    return switch (kind) {
      case EXPECTATION -> Check.EXPECT;
      case MISUSE -> Check.USAGE;
      case THROWN -> Check.BUG;
    };
  }

  private void judge(
      String name,
      IoReturn result,
      CallExpectation expect,
      FailureLocation place,
      int task,
      @Nullable String step) {
    if (expect.errno() != null) {
      tally.add(Comparison.STEP_EXPECTATIONS);
      if (expect.errno() != result.errno()) {
        differ(name, "return", expect.errno().name(), result.errno().name(), place, task, step);
      }
    }
    if (expect.refusal() != null) {
      tally.add(Comparison.STEP_EXPECTATIONS);
      if (expect.refusal() != result.refusal()) {
        String was = words(result.refusal());
        differ(name, "be", words(expect.refusal()), was, place, task, step);
      }
    }
  }

  private void judgeBits(IoRequest call, Seen seen, FailureLocation place) {
    Long expected = seen.expect.errorBits();
    if (expected == null) {
      return;
    }
    tally.add(Comparison.STEP_EXPECTATIONS);
    if (seen.told && seen.bits == expected) {
      return;
    }
    int regions = call.regions().size();
    String is = seen.told ? "error bits " + ErrorBits.binary(seen.bits, regions) : "no error bits";
    String should = "error bits " + ErrorBits.binary(expected, regions);
    differ(failures.callName(call.call()), "get", should, is, place, -1, null);
  }

  private void differ(
      String name,
      String verb,
      String should,
      String is,
      FailureLocation place,
      int task,
      @Nullable String step) {
    String message = name + " should " + verb + " " + should + ", not " + is;
    FailureLocation told = place.saying(should, is);
    if (step == null) {
      failures.add(Check.EXPECT, message, told);
    } else {
      failures.keep(Check.EXPECT, message, told, task, step);
    }
  }

  private static String words(@Nullable Refusal refusal) {
    return refusal == null ? "accepted" : "refused by " + refusal.text();
  }

  /** Whether a number is within a quantity. */
  static boolean holds(Quantity quantity, long number) {
    return quantity.low() <= number && number <= quantity.high();
  }

  /** A quantity as people read it. */
  static String words(Quantity quantity) {
    if (quantity.low() == quantity.high()) {
      return Long.toString(quantity.low());
    }
    return quantity.high() == Long.MAX_VALUE
        ? "at least " + quantity.low()
        : quantity.low() + "-" + quantity.high();
  }

  private static final class Seen {

    private final CallExpectation expect;
    private final int[] bios;
    private @Nullable IoReturn result;
    private boolean told;
    private long bits;

    private Seen(CallExpectation expect, int devices) {
      this.expect = expect;
      bios = new int[devices];
    }

    private void told(long value) {
      told = true;
      bits = value;
    }
  }
}
