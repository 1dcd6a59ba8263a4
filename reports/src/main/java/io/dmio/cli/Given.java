package io.dmio.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** What the caller gave: options and what stands beside them. */
final class Given {

  private final ParseResult parsed;

  Given(ParseResult parsed) {
    this.parsed = parsed;
  }

  boolean has(String option) {
    return parsed.hasMatchedOption(option);
  }

  /** The value of an option, or null if it was not given. */
  @Nullable String text(String option) {
    return parsed.matchedOptionValue(option, (String) null);
  }

  /** The value of an option that is a number, or null if it was not given. */
  @Nullable Long number(String option) {
    return parsed.matchedOptionValue(option, (Long) null);
  }

  /** What is no option, in order. */
  List<String> names() {
    return parsed.matchedPositionalValue(0, List.of());
  }

  /** The first of {@link #names}. */
  String name() {
    return names().get(0);
  }

  /** The whole parser, with all commands that were made. */
  CommandLine parser() {
    return parsed.commandSpec().root().commandLine();
  }
}
