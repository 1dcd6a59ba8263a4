package io.dmio.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All commands, in the order of the help. */
final class Commands {

  static final String GENERATE_COMPLETION = "generate-completion";

  private Commands() {}

  static Map<String, Function<Terminal, Command>> all() {
    Map<String, Function<Terminal, Command>> makers = new LinkedHashMap<>();
    makers.put(GENERATE_COMPLETION, GenerateCompletion::new);
    return makers;
  }
}
