package io.dmio.scenario.names;

import io.dmio.scenario.yaml.Position;
import java.util.List;
import java.util.Set;

/**
 * Something with a name that others of the file can refer to.
 *
 * @param base its name without numbers: an id, or {@code task.step}
 * @param kind what it is
 * @param at where it stands
 * @param dimensions what it is numbered by, the outermost first
 * @param devices the names of the devices that it goes to
 */
public record NamedItem(
    String base, Kind kind, Position at, List<Dimension> dimensions, Set<String> devices) {

  /** What can have a name. */
  public enum Kind {
    READ("a read"),
    WRITE("a write"),
    FLUSH("a flush"),
    VERIFY("a verify"),
    LOAD("a load"),
    REPLAY("a replay"),
    JAVA("a java task"),
    MARK("a mark"),
    TASK("a task"),
    RULE("a rule"),
    EVENT("an event");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether it makes calls that are numbered behind its own name. */
    boolean makesCalls() {
      return this == LOAD || this == REPLAY || this == JAVA;
    }
  }

  /**
   * Something that makes its contents more than once.
   *
   * @param owner where it stands in the file
   * @param count how often at most
   * @param instances whether these are the instances of a task
   */
  public record Dimension(Position owner, long count, boolean instances) {}

  public boolean isOfInstances() {
    return !dimensions.isEmpty() && dimensions.get(0).instances();
  }
}
