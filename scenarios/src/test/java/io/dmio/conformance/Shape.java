package io.dmio.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;

/** Makes cases of shapes that no recording has; its JSON is written with single quotes. */
record Shape(String devices) {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  /** On these devices. */
  static Shape on(String... devices) {
    return new Shape(String.join(",", devices));
  }

  /** A case with these operations, and nothing observed. */
  JsonNode with(String... ops) {
    return json(
        "{'id':'shape','devices':["
            + devices
            + "],'ops':["
            + String.join(",", ops)
            + "],'observed':{}}");
  }

  /** A synchronous call with 64 sectors of kernel memory, unless it names another. */
  static String sync(String rw, String regions, String... more) {
    return call("sync", rw, regions, more);
  }

  static String async(String rw, String regions, String... more) {
    return call("async", rw, regions, more);
  }

  private static String call(String mode, String rw, String regions, String... more) {
    boolean memory = Arrays.stream(more).anyMatch(text -> text.contains("'memory'"));
    return "{'type':'io','mode':'"
        + mode
        + "','rw':'"
        + rw
        + "','fill':9,'regions':["
        + regions
        + "]"
        + (memory ? "" : ",'memory':'kmem','offset':0,'bytes':32768")
        + Arrays.stream(more).map(text -> "," + text).reduce("", String::concat)
        + "}";
  }

  static String region(String device, long sector, long count) {
    return "{'device':'" + device + "','sector':" + sector + ",'count':" + count + "}";
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
