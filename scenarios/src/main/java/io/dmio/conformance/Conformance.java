package io.dmio.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dmio.engine.LinuxSteps;
import io.dmio.engine.Steps;
import java.util.List;

/**
 * Replays recorded cases, a JSON object a line, in the dialect linux-6.1.
 *
 * <p>What a case asks for and is not known here is a difference of that case: nothing is skipped.
 */
public final class Conformance {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Steps steps;

  /** Makes a replayer. */
  public Conformance() {
    this(LinuxSteps.LINUX_6_1);
  }

  /** Makes a replayer whose engine takes these steps. */
  Conformance(Steps steps) {
    this.steps = steps;
  }

  /**
   * Replays one line.
   *
   * @throws MalformedCaseException if the line is no case
   */
  public CaseResult replay(String line) throws MalformedCaseException {
    return replayCase(parse(line));
  }

  /** Replays a case that was parsed. */
  CaseResult replayCase(JsonNode spec) {
    String id = spec.path("id").asText();
    try {
      JsonNode actual = CaseReplay.observe(spec, steps);
      return new CaseResult(id, Comparison.of(spec.path("observed"), actual));
    } catch (CaseException e) {
      return failure(id, e.what(), "(supported)", e.words());
    } catch (RuntimeException e) {
      return failure(id, "replay", "(no error)", e.toString());
    }
  }

  /**
   * Reads one line.
   *
   * @throws MalformedCaseException if the line is no case
   */
  JsonNode parse(String line) throws MalformedCaseException {
    if (line.length() > Recordings.MOST_CHARACTERS) {
      throw new MalformedCaseException(
          "a line of more than " + Recordings.MOST_CHARACTERS + " characters");
    }
    JsonNode spec;
    try {
      spec = mapper.readTree(line);
    } catch (JsonProcessingException e) {
      throw new MalformedCaseException("no JSON: " + e.getOriginalMessage());
    }
    if (!spec.isObject()) {
      throw new MalformedCaseException("no JSON object");
    }
    require(spec, "id", spec.path("id").isTextual());
    require(spec, "devices", spec.path("devices").isArray());
    require(spec, "ops", spec.path("ops").isArray());
    require(spec, "observed", spec.path("observed").isObject());
    CaseBounds.check(spec);
    return spec;
  }

  private static CaseResult failure(String id, String what, String expected, String actual) {
    return new CaseResult(id, List.of(new Difference(what, expected, actual)));
  }

  private static void require(JsonNode spec, String name, boolean right)
      throws MalformedCaseException {
    if (!right) {
      String found = spec.has(name) ? "of another type" : "missing";
      throw new MalformedCaseException("\"" + name + "\" is " + found);
    }
  }
}
