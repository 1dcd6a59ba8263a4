package io.dmio.formats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words for operations in tables. */
final class CsvWords {

  static final SortedMap<String, TraceOp> OPS = ops();

  private CsvWords() {}

  private static SortedMap<String, TraceOp> ops() {
    SortedMap<String, TraceOp> ops = new TreeMap<>();
    put(ops, TraceOp.READ, "read", "r", "0", "rs");
    put(ops, TraceOp.WRITE, "write", "w", "1", "ws");
    put(ops, TraceOp.DISCARD, "discard", "trim", "d");
    put(ops, TraceOp.FLUSH, "flush", "f", "sync", "fsync");
    return Collections.unmodifiableSortedMap(ops);
  }

  private static void put(SortedMap<String, TraceOp> ops, TraceOp op, String... words) {
    for (String word : words) {
      ops.put(word, op);
    }
  }
}
