package io.dmio.story;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.device.DamageListener;
import io.dmio.model.Happening;
import io.dmio.model.Quantities;
import io.dmio.sim.Digest;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.RuleResult;
import io.dmio.testbed.Verdict;
import java.util.List;
import java.util.Locale;

/** Names and phrases for the numbers in a run. */
public final class Wording {

  /** How many lines of a scenario a page shows. */
  public static final int MOST_LINES = 4000;

  private final RunResult result;
  private final ScenarioLines source;

  public Wording(RunResult result, ScenarioLines source) {
    this.result = result;
    this.source = source;
  }

  /** A device's name, or its number if it has none. */
  public String device(int number) {
    boolean known = number >= 0 && number < result.devices().size();
    return known ? result.devices().get(number).name() : "device " + number;
  }

  /** A call's name; a bio without a call came past dm-io. */
  public String call(int number) {
    return number < 0 ? "no call" : result.names().call(number);
  }

  /** The name of the task that made a call. */
  public String taskOfCall(int call) {
    int task = result.names().taskOfCall(call);
    return task < 0 ? "nobody" : result.names().task(task);
  }

  /** A rule's name. */
  String rule(int number) {
    for (RuleResult rule : result.rules()) {
      if (rule.number() == number) {
        return rule.name();
      }
    }
    return "rule " + number;
  }

  /** What has explained a loss: a rule, a table, or what disks may do; and where that stands. */
  public String causeOfLoss(int rule) {
    int table = DamageListener.tableOf(rule);
    if (table >= 0) {
      return "the table of "
          + device(table)
          + " ("
          + source.placeOfTable(table, lyingLine(table))
          + ")";
    }
    return switch (rule) {
      case DamageListener.NO_RULE -> "what disks may do when power fails";
      case DamageListener.KERNEL -> "the kernel, which loses the error of a flush before data";
      default -> ruleAndPlace(rule);
    };
  }

  /** A rule's name, place and reason: {@code rule grown-defect (one.yaml:12: worn out)}. */
  String ruleAndPlace(int number) {
    return "rule " + namedRule(number);
  }

  /** The same without the word. */
  public String namedRule(int number) {
    String reason = reason(number);
    String place = source.placeOf(number) + (reason.isEmpty() ? "" : ": " + reason);
    return rule(number) + " (" + place + ")";
  }

  /** A step's name and place: {@code step record (one.yaml:12)}. */
  String stepAndPlace(String name) {
    String place = source.placeOfStep(name);
    return "step " + name + (place.isEmpty() ? "" : " (" + place + ")");
  }

  /** A rule's name and reason: {@code grown-defect (worn out)}. */
  public String ruleAndReason(int number) {
    String reason = reason(number);
    return rule(number) + (reason.isEmpty() ? "" : " (" + reason + ")");
  }

  /** What the author of a rule says of it, or an empty text. */
  public String reason(int rule) {
    return source.reasonOf(rule);
  }

  /** The first line of a table that may let bios end well that are not done. */
  private int lyingLine(int device) {
    List<String> table = result.devices().get(device).table();
    for (int line = 0; line < table.size(); line++) {
      if (table.get(line).contains(" flakey ")) {
        return line;
      }
    }
    return 0;
  }

  /** The line of the table that explains a loss if a page shows it, else 0. */
  public int shownLineOfLoss(int rule) {
    int table = DamageListener.tableOf(rule);
    return table < 0 ? 0 : shownLineOfTable(table, lyingLine(table));
  }

  /** What a line of a table says, and its place. */
  public String tableAndPlace(int device, int line) {
    return "the table of "
        + device(device)
        + " says \""
        + result.devices().get(device).table().get(line)
        + "\" ("
        + source.placeOfTable(device, line)
        + ")";
  }

  /** The line of a line of a table if a page shows it, else 0. */
  int shownLineOfTable(int device, int line) {
    return shown(source.lineOfTable(device, line).orElse(0));
  }

  /** The line of a rule if a page shows it, else 0. */
  public int shownLine(int rule) {
    return shown(source.lineOf(rule).orElse(0));
  }

  private int shown(int line) {
    return line <= Math.min(MOST_LINES, source.lines().size()) ? line : 0;
  }

  /** The name and the place of the event that did something: {@code event dead, one.yaml:31}. */
  String eventAndPlace(Happening what) {
    return "event " + event(what.event()) + ", " + source.placeOfEvent(what.event());
  }

  /** The name of an event; empty for -1. */
  public String event(int number) {
    return number < 0 ? "" : result.names().event(number);
  }

  /** The line of an event if a page shows it, else 0. */
  public int shownLineOfEvent(int event) {
    return shown(source.lineOfEvent(event).orElse(0));
  }

  /** An operation as scenarios write it. */
  public static String op(RequestOp op) {
    return switch (op) {
      case READ -> "read";
      case WRITE -> "write";
      case DISCARD -> "discard";
      case WRITE_ZEROES -> "write-zeroes";
    };
  }

  /** What a bio is, by its operation and size: an empty write is a flush. */
  public static String bioOp(RequestOp op, long bytes) {
    return bytes == 0 && op.hasData() ? "flush" : op(op);
  }

  /** What a call does: one without sectors that carries PREFLUSH is a flush. */
  public static String callOp(RequestOp op, long sectors, int flags) {
    return sectors == 0 && RequestFlag.PREFLUSH.in(flags) ? bioOp(op, 0) : op(op);
  }

  /** Which of the states that power cuts allow a result tells of; empty if there is one. */
  public static String state(RunResult result) {
    if (result.tried().states() <= 1) {
      return "";
    }
    String shown =
        "State " + result.tried().shown() + " of " + result.tried().states() + " is told here";
    return shown + ", " + worst(result) + "; the digests are those of all states.";
  }

  /** How the state that is told stands among the others. */
  public static String worst(RunResult result) {
    return result.verdict() == Verdict.PASSED
        ? "every check held in each"
        : "the first of the worst";
  }

  /** What is true of a run that failed, passed, and so on, in capitals. */
  public static String verdict(RunResult result) {
    return result.verdict().text().toUpperCase(Locale.ROOT);
  }

  /** How much there was of a run, and its fingerprint. */
  public static String figures(RunResult result) {
    return Quantities.count(result.totals().calls(), "call")
        + ", "
        + Quantities.count(result.totals().bios(), "bio")
        + ", "
        + Quantities.time(result.totals().virtualTimeNanos())
        + " virtual  fingerprint "
        + Digest.format(result.digests().fingerprint());
  }
}
