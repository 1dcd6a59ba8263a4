package io.dmio.scenario.imports;

import io.dmio.formats.TraceOp;
import io.dmio.formats.TraceRequest;
import io.dmio.scenario.shape.Units;
import java.util.ArrayList;
import java.util.List;

/** Counts the requests to one device of a trace. */
final class TraceTally {

  private static final int OPS = TraceOp.values().length;

  private final long[] count = new long[OPS];
  private final long[] bytes = new long[OPS];
  private final long[] least = new long[OPS];
  private final long[] most = new long[OPS];
  private long end;

  void add(TraceRequest request) {
    int op = request.op().ordinal();
    long size = request.bytes();
    least[op] = count[op] == 0 ? size : Math.min(least[op], size);
    most[op] = Math.max(most[op], size);
    count[op]++;
    bytes[op] += size;
    end = Math.max(end, request.offset() + Math.min(size, Long.MAX_VALUE - request.offset()));
  }

  long count(TraceOp op) {
    return count[op.ordinal()];
  }

  /** The bytes of the largest. */
  long most(TraceOp op) {
    return most[op.ordinal()];
  }

  /** The byte behind the last one. */
  long end() {
    return end;
  }

  /** Counts and sizes: {@code 2 writes of 4KiB, 1 read of 512B, up to 8KiB}. */
  String words() {
    List<String> words = new ArrayList<>();
    add(words, TraceOp.READ, " read", " reads");
    add(words, TraceOp.WRITE, " write", " writes");
    add(words, TraceOp.DISCARD, " discard", " discards");
    add(words, TraceOp.FLUSH, " flush", " flushes");
    words.add("to " + Units.BYTES.write(end));
    return String.join(", ", words);
  }

  private void add(List<String> words, TraceOp kind, String one, String many) {
    int op = kind.ordinal();
    if (count[op] == 0) {
      return;
    }
    String text = count[op] + (count[op] == 1 ? one : many);
    if (kind != TraceOp.FLUSH) {
      String size = Units.BYTES.write(least[op]);
      text +=
          least[op] == most[op] ? " of " + size : " of " + size + "-" + Units.BYTES.write(most[op]);
      text += count[op] == 1 ? "" : " (" + Units.BYTES.write(bytes[op]) + ")";
    }
    words.add(text);
  }
}
