package io.dmio.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects what a reader finds. */
final class TraceBuilder {

  private final List<TraceRequest> requests = new ArrayList<>();
  private final TreeMap<String, Long> skipped = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();

  void add(TraceRequest request) {
    requests.add(request);
  }

  void skip(String what) {
    skipped.merge(what, 1L, Long::sum);
  }

  void warn(String text) {
    if (!warnings.contains(text)) {
      warnings.add(text);
    }
  }

  Trace build() {
    return new Trace(requests, skipped, warnings);
  }
}
