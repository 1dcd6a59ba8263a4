package io.dmio.scenario.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change of one value of a scenario, as it is given beside the file and not in it.
 *
 * <p>The key is a dotted path into the scenario; items of lists are counted from 0, and a key that
 * has a dot itself stands in quotes where the file does not have it yet. The value is YAML on one
 * line. What the file does not have is added.
 */
public final class Change {

  private static final Pattern SEGMENT = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^.]*)");

  private final String name;
  private final String argument;
  private final List<Segment> path;
  private final String value;
  private final int valueColumn;

  private Change(String name, String argument, List<Segment> path, String value, int valueColumn) {
    this.name = name;
    this.argument = argument;
    this.path = List.copyOf(path);
    this.value = value;
    this.valueColumn = valueColumn;
  }

  /**
   * A name on the way to the value.
   *
   * @param name as the file would have it
   * @param column where it stands in the option, from 1
   */
  record Segment(String name, int column) {}

  /**
   * A change of any key.
   *
   * @param option the option's name, such as {@code --set}; mistakes show it
   * @param keyAndValue {@code KEY=VALUE}, such as {@code devices.b.latency=nvme}
   * @throws IllegalArgumentException if it is not that; the message says what is wrong
   */
  public static Change set(String option, String keyAndValue) {
    int equals = keyAndValue.indexOf('=');
    if (equals <= 0) {
      throw new IllegalArgumentException(
          "expected KEY=VALUE, such as devices.b.latency=nvme, found '" + keyAndValue + "'");
    }
    int before = option.length() + 1;
    List<Segment> path = path(keyAndValue.substring(0, equals), before + 1);
    String value = keyAndValue.substring(equals + 1);
    int blanks = value.length() - value.stripLeading().length();
    return new Change(option, keyAndValue, path, value.strip(), before + equals + 1 + blanks + 1);
  }

  /**
   * Another dialect of the engine.
   *
   * @param option the option's name, such as {@code --dialect}; mistakes show it
   */
  public static Change dialect(String option, String dialect) {
    int column = option.length() + 2;
    List<Segment> path = List.of(new Segment("engine", column), new Segment("dialect", column));
    return new Change(option, dialect, path, dialect, column);
  }

  private static List<Segment> path(String key, int firstColumn) {
    List<Segment> path = new ArrayList<>();
    Matcher matcher = SEGMENT.matcher(key);
    for (int at = 0; at <= key.length(); at = matcher.end() + 1) {
      matcher.region(at, key.length());
      boolean ends = matcher.lookingAt();
      String name = ends ? nameOf(matcher) : "";
      ends &=
          !name.isBlank() && (matcher.end() == key.length() || key.charAt(matcher.end()) == '.');
      if (!ends) {
        throw new IllegalArgumentException(
            "'" + key + "' is no key: names with dots between them, such as devices.b.latency");
      }
      path.add(new Segment(name, firstColumn + at));
    }
    return path;
  }

  private static String nameOf(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    throw new IllegalStateException("one of the groups always matches");
  }

  /** The option as it was given, such as {@code --set limits.time=1s}. */
  public String option() {
    return name + " " + argument;
  }

  /** The option's name, such as {@code --set}. */
  public String name() {
    return name;
  }

  /** The option's argument, such as {@code limits.time=1s}. */
  public String argument() {
    return argument;
  }

  List<Segment> path() {
    return path;
  }

  String value() {
    return value;
  }

  /** Where the value stands in the option, from 1. */
  int valueColumn() {
    return valueColumn;
  }

  @Override
  public String toString() {
    return option();
  }
}
