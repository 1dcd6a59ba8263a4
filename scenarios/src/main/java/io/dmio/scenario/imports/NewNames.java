package io.dmio.scenario.imports;

import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Words;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Makes names by the rules of the language of names that have other rules; none twice. */
final class NewNames {

  private final String prefix;
  private final Map<String, String> byOrigin = new TreeMap<>();

  /**
   * Without names.
   *
   * @param prefix before what begins with no letter, or is no name
   */
  NewNames(String prefix) {
    this.prefix = prefix;
  }

  /** The name for something; always the same for the same. */
  String of(String origin) {
    String known = byOrigin.get(origin);
    if (known != null) {
      return known;
    }
    String plain = plain(origin);
    String name = plain;
    for (int number = 2; byOrigin.containsValue(name); number++) {
      name = plain + "-" + number;
    }
    byOrigin.put(origin, name);
    return name;
  }

  private String plain(String origin) {
    String last = origin.substring(origin.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    String letters = last.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    try {
      return Words.name(letters);
    } catch (InvalidScalar e) {
      return letters.isEmpty() ? prefix : prefix + "-" + letters;
    }
  }
}
