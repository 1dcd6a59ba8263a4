package io.dmio.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the caller gave: options and what stands beside them.
 *
 * @param options the value of each option that was given, by its longest name; empty for one
 *     without a value
 * @param names what is no option, in order
 */
record Given(Map<String, String> options, List<String> names) {

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** The value of an option, or null if it was not given. */
  @Nullable String text(String option) {
    return options.get(option);
  }

  /** The value of an option that is a seed, or null if it was not given. */
  @Nullable Long number(String option) {
    String text = options.get(option);
    return text == null ? null : Seed.read(text);
  }

  /** The first of {@link #names}. */
  String name() {
    return names.get(0);
  }
}
