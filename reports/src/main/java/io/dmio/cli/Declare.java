package io.dmio.cli;

import io.dmio.cli.Syntax.Option;
import io.dmio.cli.Syntax.Positional;
import io.dmio.cli.Syntax.Value;
import java.util.List;

/** Declares what commands understand. */
final class Declare {

  static final String FORCE = "--force";

  private Declare() {}

  /** A command with nothing but {@code --help}. */
  static Syntax command(String name, String... about) {
    return new Syntax(name, List.of(about));
  }

  static Option flag(String name, String about) {
    return new Option(List.of(name), Value.NONE, "", about, false);
  }

  static Option json() {
    return flag("--json", "Write for programs: one JSON object a line on standard output.");
  }

  static Option value(String name, String label, String about) {
    return value(List.of(name), label, about);
  }

  static Option value(List<String> names, String label, String about) {
    return new Option(names, Value.TEXT, label, about, false);
  }

  static Option required(List<String> names, String label, String about) {
    return new Option(names, Value.TEXT, label, about, true);
  }

  static Option seed() {
    return new Option(
        List.of("--seed"),
        Value.SEED,
        "N",
        "Run from this seed, in decimal or 0x and hex; not from the file's.",
        false);
  }

  static Option sets() {
    return new Option(
        List.of("--set"),
        Value.TEXTS,
        "KEY=VALUE",
        "Run as if the scenario said so, such as devices.b.latency=nvme or faults.0.nth=2: a path"
            + " with dots, items of lists counted from 0, and YAML on one line. What the scenario"
            + " does not have is added. May be given several times.",
        false);
  }

  static Option force() {
    return flag(FORCE, "Replace files that dmio has not made as well.");
  }

  static Option formats() {
    return value("--format", "html,png,svg", "What the report consists of; default: all three.");
  }

  static Option window() {
    return value(
        "--window",
        "FROM..TO",
        "Show closely this part of virtual time, both ends included, such as 1ms..2ms; default: the"
            + " whole run.");
  }

  /** What stands beside the options: so many at least. */
  static Positional names(int least, String label, String about) {
    return new Positional(least, false, label, about);
  }

  /** Exactly one thing beside the options. */
  static Positional name(String label, String about) {
    return new Positional(1, true, label, about);
  }
}
