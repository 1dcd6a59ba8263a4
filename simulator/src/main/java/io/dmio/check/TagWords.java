package io.dmio.check;

import io.dmio.block.Tags;
import java.util.ArrayList;
import java.util.List;

/** Says in words what a sector holds. */
final class TagWords {

  private final CallDirectory calls;
  private int reader = -1;

  TagWords(CallDirectory calls) {
    this.calls = calls;
  }

  /** Who reads, whose own stamp was in the buffer before; -1: nobody. */
  void readBy(int call) {
    reader = call;
  }

  /** What a tag stands for. */
  String of(long tag) {
    if (tag == Tags.ZERO) {
      return "zeroes";
    }
    if (Tags.isStamp(tag)) {
      return ofStamp(Tags.writeOf(tag));
    }
    return Tags.isPattern(tag) ? "a pattern" : "other bytes";
  }

  private String ofStamp(long write) {
    if (write == reader) {
      return "what was there before";
    }
    return write > Integer.MAX_VALUE
        ? "data of a task"
        : "what " + calls.call((int) write) + " wrote";
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
