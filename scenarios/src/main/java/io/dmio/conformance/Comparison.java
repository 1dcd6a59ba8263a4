package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares every observation of a recording with that of its replay. */
final class Comparison {

  private static final String NOTHING = "(nothing)";

  private final List<Difference> differences = new ArrayList<>();

  private Comparison() {}

  /** All differences, in the order of the recording. */
  static List<Difference> of(JsonNode expected, JsonNode actual) {
    Comparison comparison = new Comparison();
    comparison.compare("", expected, actual);
    return comparison.differences;
  }

  private void compare(String path, JsonNode expected, JsonNode actual) {
    if (expected.isObject() && actual.isObject()) {
      for (String name : names(expected, actual)) {
        String deeper = path.isEmpty() ? name : path + "." + name;
        compare(deeper, expected.path(name), actual.path(name));
      }
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        compare(path + "[" + i + "]", expected.path(i), actual.path(i));
      }
    } else if (!same(expected, actual)) {
      differences.add(new Difference(path, text(expected), text(actual)));
    }
  }

  private static boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isIntegralNumber() && actual.isIntegralNumber()) {
      return expected.bigIntegerValue().equals(actual.bigIntegerValue());
    }
    return expected.equals(actual);
  }

  private static Set<String> names(JsonNode expected, JsonNode actual) {
    Set<String> names = new LinkedHashSet<>();
    for (Iterator<String> it = expected.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    for (Iterator<String> it = actual.fieldNames(); it.hasNext(); ) {
      names.add(it.next());
    }
    return names;
  }

  private static String text(JsonNode node) {
    return node.isMissingNode() ? NOTHING : node.toString();
  }
}
