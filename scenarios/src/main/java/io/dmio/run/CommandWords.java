package io.dmio.run;

/**
 * How commands that make a run again are spelled.
 *
 * @param program what starts dmio, such as {@code dmio} or {@code ./dmio}
 * @param options that every such command needs, each after a blank; or an empty text
 */
public record CommandWords(String program, String options) {

  /** The program {@code dmio} without options. */
  public static final CommandWords PLAIN = new CommandWords("dmio", "");
}
