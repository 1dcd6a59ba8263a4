package io.dmio.cli;

import io.dmio.run.Seed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gave: options and what stands beside them.
 *
 * @param options the values of each option that was given, by its longest name; an empty text for
 *     one without a value
 * @param names what is no option, in order
 */
record Given(Map<String, List<String>> options, List<String> names) {

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option, or null if it was not given. */
  @Nullable String text(String option) {
    List<String> values = options.get(option);
    return values == null ? null : values.get(0);
  }

  /** The value of an option that is a seed, or null if it was not given. */
  @Nullable Long number(String option) {
    String text = text(option);
    return text == null ? null : Seed.read(text);
  }

  /** The values of an option that may be given several times, in order. */
  List<String> texts(String option) {
    return options.getOrDefault(option, List.of());
  }

  /** The first of {@link #names}. */
  String name() {
    return names.get(0);
  }
}
