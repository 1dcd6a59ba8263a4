package io.dmio.scenario.expect;

import io.dmio.check.Check;
import io.dmio.check.Comparison;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Words;
import io.dmio.scenario.yaml.Guess;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check compares, as it is written: {@code data} is all that the check compares, {@code
 * data.reads} one of its comparisons.
 *
 * @param check the check
 * @param what one of its comparisons, or null: all together
 */
public record ComparedText(Check check, @Nullable Comparison what) {

  /** All that can be written. */
  static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Check check : Check.values()) {
      List<Comparison> own = Comparison.of(check);
      if (!own.isEmpty()) {
        names.add(check.text());
        own.forEach(what -> names.add(what.fullText()));
      }
    }
    return List.copyOf(names);
  }

  /** Reads a name. */
  public static ComparedText read(String text) throws InvalidScalar {
    int dot = text.indexOf('.');
    Check check = check(dot < 0 ? text : text.substring(0, dot));
    return new ComparedText(check, dot < 0 ? null : what(check, text.substring(dot + 1)));
  }

  private static Check check(String name) throws InvalidScalar {
    Check check = RunExpectCompiler.check(Words.oneOf(name, ExpectKeys.CHECKS, "check"));
    if (Comparison.of(check).isEmpty()) {
      throw new InvalidScalar("the check '" + name + "' compares nothing", "remove it");
    }
    return check;
  }

  private static Comparison what(Check check, String name) throws InvalidScalar {
    Comparison what = Comparison.find(check, name);
    if (what == null) {
      List<String> known = Comparison.of(check).stream().map(Comparison::text).toList();
      throw new InvalidScalar(
          "the check '" + check.text() + "' counts no '" + name + "'", Guess.of(name, known));
    }
    return what;
  }

  /** As it is written. */
  String text() {
    return what == null ? check.text() : what.fullText();
  }
}
