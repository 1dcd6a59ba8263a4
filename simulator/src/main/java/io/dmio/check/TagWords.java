package io.dmio.check;

import io.dmio.block.Tags;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a sector holds. */
final class TagWords {

  private final CallDirectory calls;

  TagWords(CallDirectory calls) {
    this.calls = calls;
  }

  /** What a tag stands for. */
  String of(long tag) {
    if (tag == Tags.ZERO) {
      return "zeroes";
    }
    if (Tags.isStamp(tag)) {
      return "what " + calls.name((int) Tags.writeOf(tag)) + " wrote";
    }
    return Tags.isPattern(tag) ? "a pattern" : "other bytes";
  }

  /** What one of several tags stands for. */
  String ofAny(long[] tags) {
    List<String> words = new ArrayList<>();
    for (long tag : tags) {
      String word = of(tag);
      if (!words.contains(word)) {
        words.add(word);
      }
    }
    return String.join(" or ", words);
  }
}
