package io.dmio.workload;

import io.dmio.block.Tags;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of the tasks of a run whatever becomes of their hosts. */
final class CrossBootState {

  private final NamedCalls named;
  private final KnownData data;
  private final boolean keepsMarks;
  private final Map<String, Integer> marks = new TreeMap<>();
  private int marksOfSteps;
  private long pageStamps;

  /** Makes an empty state of the tasks of all boots. */
  CrossBootState(List<TaskSpec> tasks, SectorPlaces places) {
    named = NamedCalls.of(tasks);
    keepsMarks = named.hasUserCode();
    data = new KnownData(named, places);
  }

  /** The calls that some step speaks of. */
  NamedCalls named() {
    return named;
  }

  /** What named reads and writes moved. */
  KnownData data() {
    return data;
  }

  /** A number for data that belongs to no call. */
  long nextPageStamp() {
    assert pageStamps < Tags.FIRST_PAGE : "no stamp is left for page list " + pageStamps;
    return pageStamps++;
  }

  /** The number of a mark; they are numbered in the order in which they are first reached. */
  int mark(String name) {
    return marks.computeIfAbsent(name, n -> marks.size());
  }

  /** As {@link #mark}; a step's mark has a name of its own in every round, so none is kept. */
  int markOfStep(String name) {
    return keepsMarks ? mark(name) : marksOfSteps++;
  }
}
