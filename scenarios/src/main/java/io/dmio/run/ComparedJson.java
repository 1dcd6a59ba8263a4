package io.dmio.run;

import io.dmio.check.Check;
import io.dmio.check.Compared;
import io.dmio.check.Comparison;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** How much the checks have compared, for programs. */
final class ComparedJson {

  private ComparedJson() {}

  /** An object of every check that compares something, with its counts. */
  static Json.Fields of(Compared compared) {
    return json -> {
      for (Check check : Check.values()) {
        List<Comparison> own = Comparison.of(check);
        if (!own.isEmpty()) {
          json.putObject(check.text(), counts -> put(counts, own, compared));
        }
      }
    };
  }

  private static void put(Json json, List<Comparison> own, Compared compared) throws IOException {
    for (Comparison what : own) {
      json.put(what.text(), compared.of(what));
    }
  }

  /** A check that is skipped, and why. */
  static void putSkip(Json json, Map.Entry<Check, String> skip) throws IOException {
    json.put("check", skip.getKey().text());
    json.put("reason", skip.getValue());
  }
}
