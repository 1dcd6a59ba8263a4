package io.dmio.formats;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a trace file asks to be done.
 *
 * @param requests in the order of the file
 * @param places where each of them stands: its line from 1, or in binary files its offset from 0
 * @param ofLines whether the places are lines
 * @param skipped how many of its entries are no requests, by what they are
 * @param warnings what a reader of its results should know
 */
public record Trace(
    List<TraceRequest> requests,
    List<Long> places,
    boolean ofLines,
    SortedMap<String, Long> skipped,
    List<String> warnings) {

  /** Copies the collections. */
  public Trace {
    requests = List.copyOf(requests);
    places = List.copyOf(places);
    skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    warnings = List.copyOf(warnings);
  }

  /** Where a request stands, such as {@code line 7} or {@code offset 48}. */
  public String place(int request) {
    return (ofLines ? "line " : "offset ") + places.get(request);
  }

  /** The names of its devices, sorted. */
  public SortedSet<String> devices() {
    SortedSet<String> devices = new TreeSet<>();
    for (TraceRequest request : requests) {
      devices.add(request.device());
    }
    return devices;
  }
}
