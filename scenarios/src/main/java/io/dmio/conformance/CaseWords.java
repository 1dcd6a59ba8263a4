package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of the format, and what they mean here. */
final class CaseWords {

  private CaseWords() {}

  static RequestOp op(String word) {
    return find("ops.rw", RequestOp.values(), word);
  }

  static BlockStatus status(String word) {
    return find("devices.faults.status", BlockStatus.values(), word.toLowerCase(Locale.ROOT));
  }

  static int flags(JsonNode words) {
    List<RequestFlag> flags = new ArrayList<>();
    for (JsonNode word : words) {
      flags.add(find("ops.flags", RequestFlag.values(), word.asText()));
    }
    return RequestFlag.bitsOf(flags);
  }

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a word names.
   *
   * @param what where in a case it stands
   * @throws CaseException if it names none of the values
   */
  static <E extends Enum<E>> E find(String what, E[] values, String word) {
    for (E value : values) {
      if (of(value).equals(word)) {
        return value;
      }
    }
    throw new CaseException(what, "unknown: \"" + word + "\"");
  }
}
