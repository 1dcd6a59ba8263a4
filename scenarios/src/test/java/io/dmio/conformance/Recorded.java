package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shipped recordings, by the ids of their cases. */
final class Recorded {

  private static final Map<String, JsonNode> CASES = load();

  private Recorded() {}

  /** All cases in the order of the file. */
  static Map<String, JsonNode> cases() {
    return CASES;
  }

  /** A case; fails if there is none. */
  static JsonNode find(String id) {
    JsonNode found = CASES.get(id);
    if (found == null) {
      throw new AssertionError("no case " + id);
    }
    return found;
  }

  /** An id without its number. */
  static String family(String id) {
    return id.substring(0, id.lastIndexOf('-'));
  }

  private static Map<String, JsonNode> load() {
    Conformance conformance = new Conformance();
    Map<String, JsonNode> cases = new LinkedHashMap<>();
    try (BufferedReader reader = Recordings.shipped()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        JsonNode spec = conformance.parse(line);
        cases.put(spec.path("id").asText(), spec);
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedCaseException e) {
      throw new IllegalStateException(e);
    }
  }
}
