package io.dmio.engine;

import io.dmio.block.CallNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers the calls of a run from 0 and knows their names and tasks.
 *
 * <p>A call costs two ints; the names of calls of a load or repetition are made only when somebody
 * asks.
 */
public final class CallRegistry implements CallNames {

  /** In place of a task, of a call that a target makes for what comes to its device. */
  public static final int NO_TASK = -1;

  private final List<Family> families = new ArrayList<>();
  private final Map<String, Family> repeated = new TreeMap<>();
  private int[] familyOf = new int[64];
  private int[] indexOf = new int[64];
  private int count;

  /** Makes a registry without calls. */
  public CallRegistry() {}

  /** Numbers a call with a name of its own. */
  public int next(String name, int task) {
    return append(family(name, task), 0);
  }

  /**
   * Numbers a call of a step.
   *
   * @param name that of its round, such as {@code w[3]}: all rounds of a repetition share a family
   */
  public int nextOfStep(String name, int task) {
    int bracket = name.endsWith("]") ? name.lastIndexOf('[') : -1;
    if (bracket < 0) {
      return next(name, task);
    }
    int round = Integer.parseInt(name, bracket + 1, name.length() - 1, 10);
    String prefix = name.substring(0, bracket);
    return append(repeated.computeIfAbsent(task + "." + prefix, p -> family(prefix, task)), round);
  }

  /**
   * Makes room for calls that share a prefix.
   *
   * @param prefix their names are {@code prefix[1]}, {@code prefix[2]}, ...
   * @param task the number of the task that makes them, or {@link #NO_TASK}
   * @return what {@link #nextOf} wants
   */
  public Family family(String prefix, int task) {
    Family family = new Family(families.size(), prefix, task);
    families.add(family);
    return family;
  }

  /** Numbers the next call of a family. */
  public int nextOf(Family family) {
    return append(family, ++family.made);
  }

  /** How many calls were numbered. */
  public int count() {
    return count;
  }

  @Override
  public String name(int call) {
    Family family = familyOf(call);
    return indexOf[call] == 0 ? family.prefix : family.prefix + "[" + indexOf[call] + "]";
  }

  /** The number of the task that made a call, or {@link #NO_TASK}. */
  public int taskOf(int call) {
    return familyOf(call).task;
  }

  /** The number of the first call of a name, or -1. Looks at every call. */
  public int numberOf(String name) {
    int bracket = name.endsWith("]") ? name.lastIndexOf('[') : -1;
    String prefix = bracket < 0 ? name : name.substring(0, bracket);
    for (int call = 0; call < count; call++) {
      String own = familyOf(call).prefix;
      boolean alike = indexOf[call] == 0 ? own.equals(name) : own.equals(prefix);
      if (alike && name(call).equals(name)) {
        return call;
      }
    }
    return -1;
  }

  private Family familyOf(int call) {
    if (call < 0 || call >= count) {
      throw new IllegalArgumentException("no such call: " + call + " of " + count);
    }
    return families.get(familyOf[call]);
  }

  private int append(Family family, int index) {
    if (count == familyOf.length) {
      familyOf = Arrays.copyOf(familyOf, count * 2);
      indexOf = Arrays.copyOf(indexOf, count * 2);
    }
    familyOf[count] = family.number;
    indexOf[count] = index;
    return count++;
  }

  /** Calls of one task that share a prefix. */
  public static final class Family {

    private final int number;
    private final String prefix;
    private final int task;
    private int made;

    private Family(int number, String prefix, int task) {
      this.number = number;
      this.prefix = prefix;
      this.task = task;
    }
  }
}
