package io.dmio.workload;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of calls that some step speaks of; nothing is kept of other calls. */
final class NamedCalls {

  private final SortedSet<String> reads = new TreeSet<>();
  private final SortedSet<String> writes = new TreeSet<>();

  private final SortedSet<String> waits = new TreeSet<>();
  private boolean userCode;

  private NamedCalls() {}

  static NamedCalls of(List<TaskSpec> tasks) {
    NamedCalls names = new NamedCalls();
    tasks.forEach(task -> names.collect(task.steps()));
    return names;
  }

  /** Whether some write takes the data of any read. */
  boolean namesReads() {
    return !reads.isEmpty();
  }

  /** Whether some write takes the data of the read with this id. */
  boolean namesRead(String id) {
    return reads.contains(id);
  }

  /** Whether some verify names the write with this id. */
  boolean namesWrite(String id) {
    return writes.contains(id);
  }

  /** Whether some step waits for the call with this id, or for one of its rounds. */
  boolean namesMoment(String id) {
    return waits.contains(id);
  }

  /** Whether some step is the user's own code, which may reach marks of any name. */
  boolean hasUserCode() {
    return userCode;
  }

  private void collect(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        if (call.buffer().data() instanceof DataSpec.OfRead read) {
          add(reads, read.call());
        }
        collect(call.then());
      } else if (step instanceof Step.Repeat repeat) {
        collect(repeat.steps());
      } else if (step instanceof Step.Verify verify) {
        verify.holds().forEach(name -> add(writes, name));
      } else if (step instanceof Step.Wait wait && wait.name() != null) {
        add(waits, wait.name());
      } else if (step instanceof Step.Java) {
        userCode = true;
      }
    }
  }

  /** {@code w[3][1]} may be the id of a call, or round 1 of the call {@code w[3]}, and so on. */
  private static void add(SortedSet<String> names, String name) {
    names.add(name);
    for (String id = name; id.endsWith("]") && id.indexOf('[') > 0; ) {
      id = id.substring(0, id.lastIndexOf('['));
      names.add(id);
    }
  }
}
