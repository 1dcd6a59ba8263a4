package io.dmio.cli;

import io.dmio.run.Seed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command understands: its options, and what may stand beside them. */
final class Syntax {

  private final String name;
  private final List<String> about;
  private final List<Option> options = new ArrayList<>();
  private @Nullable Positional positional;
  private boolean hidden;

  Syntax(String name, List<String> about) {
    this.name = name;
    this.about = about;
  }

  /** What an option says. */
  enum Value {
    /** Nothing: it is there or not. */
    NONE,
    TEXT,
    /** A text, and it may be given several times. */
    TEXTS,
    /** As {@link Seed} reads it. */
    SEED
  }

  /**
   * An option.
   *
   * @param names its spellings, the longest last
   * @param label stands for its value in the help
   * @param required whether it must be given
   */
  record Option(List<String> names, Value value, String label, String about, boolean required) {

    /** The name that {@link Given} knows it by. */
    String name() {
      return names.get(names.size() - 1);
    }
  }

  /**
   * What stands beside the options.
   *
   * @param least how many there are at least
   * @param single whether there is at most one
   */
  record Positional(int least, boolean single, String label, String about) {

    boolean allows(int count) {
      return count >= least && (!single || count <= 1);
    }
  }

  Syntax addOption(Option option) {
    options.add(option);
    return this;
  }

  Syntax addOptions(List<Option> several) {
    options.addAll(several);
    return this;
  }

  Syntax addPositional(Positional what) {
    positional = what;
    return this;
  }

  /** Keeps the command out of the help. */
  Syntax hide() {
    hidden = true;
    return this;
  }

  String name() {
    return name;
  }

  List<String> about() {
    return about;
  }

  List<Option> options() {
    return options;
  }

  /** Null if nothing may stand beside the options. */
  @Nullable Positional positional() {
    return positional;
  }

  boolean hidden() {
    return hidden;
  }
}
