package io.dmio.check;

import io.dmio.device.DamageBook;
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

  /** A read has found something. */
  void ofRead(Flight flight, Differences.Run run) {
    String reader = failures.nameOf(flight.call());
    String message =
        "the memory of " + reader + " is wrong: of " + where(flight) + ", " + run.text();
    report(message, Place.of(flight), run);
  }

  /** A bio has ended well that went to a segment that fails everything. */
  void onNothing(Flight part) {
    String message =
        "a bio of "
            + failures.nameOf(part.call())
            + " to "
            + where(part)
            + " ended well, where its table says error";
    failures.add(Check.DATA, message, Place.of(part));
  }

  private String where(Flight flight) {
    String device = names.get(flight.device());
    boolean below = flight.through() != flight.device();
    return below ? device + " below " + names.get(flight.through()) : device;
  }

  /** A device was looked at when all was over. */
  void atRest(int device, Differences.Run run) {
    String message = "at rest, on " + names.get(device) + ", " + run.text();
    report(message, Place.on(device, run.sector(), run.count()), run);
  }

  private void report(String message, Place place, Differences.Run run) {
    Place where = place.at(run.sector(), run.count()).saying(run.expected(), run.actual());
    switch (run.cause().kind()) {
      case UNEXPLAINED -> failures.add(Check.DATA, message, where);
      case BROKEN_PROMISE -> failures.add(Check.DURABILITY, message, where);
      case DAMAGED, MISREAD -> lose(message, where, run);
    }
  }

  private void lose(String message, Place where, Differences.Run run) {
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
    int table = DamageBook.tableOf(rule);
    if (table >= 0) {
      return "the table of " + names.get(table);
    }
    return rule == DamageBook.NO_RULE ? "a loss of power" : "the rule " + failures.ruleName(rule);
  }
}
