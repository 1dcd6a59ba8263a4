package io.dmio.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Declares what commands understand. */
final class Declare {

  private Declare() {}

  /** A command with nothing but {@code --help}. */
  static CommandSpec command(String name, String... about) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(about).sortOptions(false).abbreviateSynopsis(false);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
    return spec;
  }

  static OptionSpec flag(String name, String about) {
    return OptionSpec.builder(name).type(boolean.class).description(about).build();
  }

  static OptionSpec json() {
    return flag("--json", "Write for programs: one JSON object a line on standard output.");
  }

  static OptionSpec value(String name, String label, String about) {
    return OptionSpec.builder(name).type(String.class).paramLabel(label).description(about).build();
  }

  static OptionSpec required(String[] names, String label, String about) {
    return OptionSpec.builder(names)
        .type(String.class)
        .paramLabel(label)
        .description(about)
        .required(true)
        .build();
  }

  static OptionSpec seed() {
    return OptionSpec.builder("--seed")
        .type(Long.class)
        .converters(new Seed())
        .paramLabel("N")
        .description("Run from this seed, in decimal or 0x and hex; not from the file's.")
        .build();
  }

  static OptionSpec formats() {
    return value("--format", "html,png,svg", "What the report consists of; default: all three.");
  }

  static OptionSpec window() {
    return value(
        "--window",
        "FROM..TO",
        "Show closely this part of virtual time, both ends included, such as 1ms..2ms; default: the"
            + " whole run.");
  }

  /** What stands beside the options: between {@code arity}, such as {@code 1..*}. */
  static PositionalParamSpec names(String arity, String label, String about) {
    return PositionalParamSpec.builder()
        .index("0..*")
        .arity(arity)
        .required(!arity.startsWith("0"))
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(about)
        .build();
  }

  /** Exactly one thing beside the options. */
  static PositionalParamSpec name(String label, String about) {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("1")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(about)
        .build();
  }
}
