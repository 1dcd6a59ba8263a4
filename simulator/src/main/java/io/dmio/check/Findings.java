package io.dmio.check;

import io.dmio.device.DamageListener;
import io.dmio.ledger.TappedBio;
import java.util.List;

/** Says of what was found to differ whether it is a loss or a failure, and of which check. */
final class Findings {

  private final Failures failures;
  private final Losses losses;
  private final List<String> names;

  Findings(Failures failures, Losses losses, List<String> names) {
    this.failures = failures;
    this.losses = losses;
    this.names = names;
  }

  /** A read, or a piece of one, has found something. */
  void ofRead(TappedBio tapped, Differences.Run run) {
    ofRead(tapped, tapped.device(), run);
  }

  /** A read has found something where a part of it lies. */
  void ofRead(TappedBio tapped, int device, Differences.Run run) {
    String reader = failures.nameOf(tapped.call());
    String message =
        "the memory of " + reader + " is wrong: of " + where(tapped, device) + ", " + run.text();
    report(message, FailureLocation.of(tapped).onDevice(device), run);
  }

  /** A bio has ended well that went to a segment that fails everything. */
  void onNothing(TappedBio tapped, Footprint part) {
    String message = bioOf(tapped, part.device()) + " ended well, where its table says error";
    failures.add(Check.DATA, message, placeOf(tapped, part));
  }

  /** A bio is over, and never came to some sectors where its tables lead. */
  void neverCame(TappedBio tapped, Footprint part) {
    String message =
        bioOf(tapped, part.device())
            + " is over, but not all of the "
            + part.sectors()
            + " sectors from "
            + part.sector()
            + " on were "
            + (tapped.op().isWrite() ? "written" : "read");
    failures.add(Check.DATA, message, placeOf(tapped, part));
  }

  /** A piece of a bio has come to sectors where no table leads it. */
  void goesAstray(TappedBio piece) {
    String message =
        bioOf(piece, piece.device())
            + " came to sector "
            + piece.sector()
            + ", where its tables do not lead";
    failures.add(Check.DATA, message, FailureLocation.of(piece));
  }

  private String bioOf(TappedBio tapped, int device) {
    return "a bio of " + failures.nameOf(tapped.call()) + " to " + where(tapped, device);
  }

  private static FailureLocation placeOf(TappedBio tapped, Footprint part) {
    return FailureLocation.of(tapped).onDevice(part.device()).at(part.sector(), part.sectors());
  }

  private String where(TappedBio tapped, int device) {
    int through = tapped.whole().device();
    String name = names.get(device);
    return through == device ? name : name + " below " + names.get(through);
  }

  /** A device was looked at when all was over. */
  void atRest(int device, Differences.Run run) {
    String message = "at rest, on " + names.get(device) + ", " + run.text();
    report(message, FailureLocation.on(device, run.sector(), run.count()), run);
  }

  private void report(String message, FailureLocation place, Differences.Run run) {
    FailureLocation where =
        place.at(run.sector(), run.count()).saying(run.expected(), run.actual());
    switch (run.cause().kind()) {
      case UNEXPLAINED -> failures.add(Check.DATA, message, where);
      case BROKEN_PROMISE -> failures.add(Check.DURABILITY, message, where);
      case DAMAGED, MISREAD -> lose(message, where, run);
    }
  }

  private void lose(String message, FailureLocation where, Differences.Run run) {
    assert run.cause().isExplained() : "sector " + run.sector() + " is lost to nothing";
    int rule = run.cause().rule();
    losses.add(
        new Loss(
            where.device(),
            run.sector(),
            run.count(),
            rule,
            where.call(),
            run.expected(),
            run.actual(),
            failures.nanos()));
    if (losses.areFailures()) {
      String why = why(rule);
      failures.add(Check.INTEGRITY, message + ", because of " + why, where, Math.max(rule, -1));
    }
  }

  private String why(int rule) {
    int table = DamageListener.tableOf(rule);
    if (table >= 0) {
      return "the table of " + names.get(table);
    }
    return switch (rule) {
      case DamageListener.NO_RULE -> "a loss of power";
      case DamageListener.KERNEL -> "the kernel, which loses the error of a flush before data";
      default -> "the rule " + failures.ruleName(rule);
    };
  }
}
