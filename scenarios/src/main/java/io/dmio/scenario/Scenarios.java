package io.dmio.scenario;

import io.dmio.engine.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

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
    return read(source, null);
  }

  /**
   * Reads a text for a dialect of the caller's choice.
   *
   * @param dialect the dialect, whatever the file says; null: the file's
   * @throws ScenarioException with everything that is wrong with it in this dialect
   */
  public static Scenario read(ScenarioSource source, @Nullable Dialect dialect)
      throws ScenarioException {
    String text = source.text();
    List<String> lines = SourceText.lines(text);
    Mistakes mistakes = new Mistakes(source.displayName());
    Node root = YamlTree.parse(text, mistakes);
    Fields fields = root == null ? null : Language.ROOT.read(root, mistakes);
    if (fields == null) {
      mistakes.failIfAny(lines);
      throw new IllegalStateException("nothing read and no mistake: " + source.displayName());
    }
    UserClasses classes = new UserClasses(source.directory());
    try {
      Scenario scenario =
          new ScenarioCompiler(source, lines, mistakes, classes, dialect).compile(fields);
      mistakes.failIfAny(lines);
      return scenario;
    } catch (ScenarioException e) {
      classes.close();
      throw e;
    }
  }

  /** The JSON schema of the language, for editors. */
  public static String schema() {
    return Schema.write();
  }
}
