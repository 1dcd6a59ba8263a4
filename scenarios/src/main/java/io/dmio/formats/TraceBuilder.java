package io.dmio.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Collects what a reader finds. */
final class TraceBuilder {

  private final boolean ofLines;
  private final List<TraceRequest> requests = new ArrayList<>();
  private final List<Long> places = new ArrayList<>();
  private final TreeMap<String, Long> skipped = new TreeMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * Of one file.
   *
   * @param ofLines whether places in it are lines, and not offsets
   */
  TraceBuilder(boolean ofLines) {
    this.ofLines = ofLines;
  }

  void add(TraceRequest request, long place) {
    requests.add(request);
    places.add(place);
  }

  /** A request went on from one device to another, and may be recorded at both. */
  void remap() {
    warn(
        "requests went from one device to another below (A) and may be here twice; an empty list in"
            + " map leaves a device out");
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
    return new Trace(requests, places, ofLines, skipped, warnings);
  }
}
