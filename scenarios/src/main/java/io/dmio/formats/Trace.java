package io.dmio.formats;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a trace file asks to be done.
 *
 * @param requests in the order of the file
 * @param skipped how many of its entries are no requests, by what they are
 * @param warnings what a reader of its results should know
 */
public record Trace(
    List<TraceRequest> requests, SortedMap<String, Long> skipped, List<String> warnings) {

  /** Copies the collections. */
  public Trace {
    requests = List.copyOf(requests);
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    warnings = List.copyOf(warnings);
  }
}
