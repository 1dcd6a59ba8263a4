package io.dmio.scenario;

import io.dmio.scenario.change.Change;
import io.dmio.scenario.change.ChangePath;
import io.dmio.scenario.change.ChangedText;
import io.dmio.scenario.change.TextEdits;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.source.Trust;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.scenario.yaml.SourceText;
import io.dmio.scenario.yaml.YamlTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads scenarios.
 *
 * <pre>{@code
 * try (Scenario scenario = Scenarios.read(Path.of("mine.yaml"))) {
 *   RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
 * } catch (ScenarioException e) {
 *   System.err.println(e.render());
 * }
 * }</pre>
 */
public final class Scenarios {

  /** By which a file with the schema is known, of whatever version. */
  public static final String SCHEMA_MARK = "\"title\": \"" + Schema.TITLE;

  private Scenarios() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   * @throws ScenarioException with everything that is wrong with it
   */
  public static Scenario read(Path file) throws IOException, ScenarioException {
    return read(ScenarioSource.file(file, file.toString()));
  }

  /**
   * Reads a text.
   *
   * @throws ScenarioException with everything that is wrong with it
   */
  public static Scenario read(ScenarioSource source) throws ScenarioException {
    return read(source, List.of());
  }

  /**
   * Reads a text as if its author had made some changes, one after the other. No code of the user
   * runs before the scenario does.
   *
   * @throws ScenarioException with everything that is wrong with the text and the changes
   */
  public static Scenario read(ScenarioSource source, List<Change> changes)
      throws ScenarioException {
    return read(source, changes, Trust.ALL);
  }

  /**
   * As above, of a scenario that may come from a stranger.
   *
   * @param trust what it may do
   * @throws ScenarioException with everything that is wrong, and what it may not do
   */
  public static Scenario read(ScenarioSource source, List<Change> changes, Trust trust)
      throws ScenarioException {
    return read(source, changes, trust, Scenarios.class.getClassLoader());
  }

  /**
   * As above, with classes that the caller knows.
   *
   * @param trust what it may do
   * @param parent loads the classes of its {@code java} steps that no {@code class-path} has
   * @throws ScenarioException with everything that is wrong, and what it may not do
   */
  public static Scenario read(
      ScenarioSource source, List<Change> changes, Trust trust, ClassLoader parent)
      throws ScenarioException {
    String written = source.text();
    Mistakes lengths = new Mistakes(source.displayName());
    reportLengths(written, lengths);
    lengths.failIfAny(SourceText.lines(written));
    ChangedText text = new ChangedText(written);
    List<String> lines = text.lines();
    Mistakes mistakes = new Mistakes(source.displayName(), text::origin);
    changes.forEach(change -> new ChangePath(text, change, mistakes).apply());
    Node root = YamlTree.parse(text.text(), mistakes);
    ParsedObject fields = root == null ? null : Language.ROOT.read(root, mistakes);
    if (fields == null) {
      mistakes.failIfAny(lines);
      throw new IllegalStateException("nothing read and no mistake: " + source.displayName());
    }
    Dependencies needs = new Dependencies(source, trust, parent);
    try {
      Scenario scenario =
          new ScenarioCompiler(source, text.lines(), mistakes, needs).compile(fields);
      mistakes.failIfAny(lines);
      return changes.isEmpty() ? scenario : scenario.at(text::inFile);
    } catch (ScenarioException e) {
      needs.close();
      throw e;
    }
  }

  /**
   * Whether a text that cannot be read here is well-formed all the same, and either a capsule,
   * which some dmio has written and run, or of another version of the language.
   *
   * @throws ScenarioException if it is no text
   */
  public static boolean isForAnotherDmio(ScenarioSource source) throws ScenarioException {
    Mistakes mistakes = new Mistakes(source.displayName());
    reportLengths(source.text(), mistakes);
    Node root = mistakes.any() ? null : YamlTree.parse(source.text(), mistakes);
    return !mistakes.any()
        && root instanceof MappingNode mapping
        && (TextEdits.value(mapping, "capsule") instanceof MappingNode
            || Language.isOtherVersion(TextEdits.value(mapping, Language.DMIO.name())));
  }

  /** Before anything is made of it: the reader of YAML takes long for long words. */
  private static void reportLengths(String text, Mistakes mistakes) {
    if (text.length() > Bounds.FILE_BYTES) {
      mistakes.report(
          Position.START,
          "a scenario of " + text.length() + " characters: at most " + Bounds.FILE_BYTES,
          "write a repeat, a load or the replay of a trace for many calls");
    }
    List<Integer> starts = SourceText.starts(text);
    for (int line = 0; line < starts.size(); line++) {
      int end = line + 1 < starts.size() ? starts.get(line + 1) : text.length();
      if (end - starts.get(line) > Bounds.LINE_CHARACTERS) {
        mistakes.report(
            new Position(line + 1, 1),
            "a line of "
                + (end - starts.get(line))
                + " characters: at most "
                + Bounds.LINE_CHARACTERS,
            "write it on several lines");
      }
    }
  }

  /** The JSON schema of the language, for editors. */
  public static String schema() {
    return Schema.write();
  }
}
