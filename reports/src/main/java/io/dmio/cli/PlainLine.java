package io.dmio.cli;

import io.dmio.cli.Syntax.Option;
import io.dmio.cli.Syntax.Positional;
import io.dmio.cli.Syntax.Value;
import io.dmio.run.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command line that is right and plainly spelled: known options, each as often as it may
 * be, each value an argument of its own. All others, and help, are left to {@link FullParser},
 * which finds the words for what is wrong, but takes as long to start as a small run does.
 */
final class PlainLine {

  private final Syntax syntax;
  private final Map<String, List<String>> options = new TreeMap<>();
  private final List<String> names = new ArrayList<>();

  private PlainLine(Syntax syntax) {
    this.syntax = syntax;
  }

  /** What the arguments give, or null if they are not plain. */
  static @Nullable Given read(Syntax syntax, List<String> arguments) {
    PlainLine line = new PlainLine(syntax);
    return line.take(arguments) && line.complete() ? new Given(line.options, line.names) : null;
  }

  private boolean take(List<String> arguments) {
    int at = 0;
    while (at < arguments.size()) {
      String argument = arguments.get(at++);
      if (plain(argument)) {
        names.add(argument);
        continue;
      }
      Option option = find(argument);
      if (option == null || comesTwice(option)) {
        return false;
      }
      String value = "";
      if (option.value() != Value.NONE) {
        value = at < arguments.size() ? arguments.get(at++) : "";
        if (!fits(option, value)) {
          return false;
        }
      }
      options.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
    }
    return true;
  }

  private boolean comesTwice(Option option) {
    return options.containsKey(option.name()) && option.value() != Value.TEXTS;
  }

  /** No option, and no name of a file with arguments. */
  private static boolean plain(String argument) {
    return !argument.isEmpty() && argument.charAt(0) != '-' && argument.charAt(0) != '@';
  }

  private static boolean fits(Option option, String value) {
    if (!plain(value)) {
      return false;
    }
    return option.value() != Value.SEED || Seed.valid(value);
  }

  private @Nullable Option find(String spelling) {
    for (Option option : syntax.options()) {
      if (option.names().contains(spelling)) {
        return option;
      }
    }
    return null;
  }

  private boolean complete() {
    for (Option option : syntax.options()) {
      if (option.required() && !options.containsKey(option.name())) {
        return false;
      }
    }
    Positional positional = syntax.positional();
    return positional == null ? names.isEmpty() : positional.allows(names.size());
  }
}
