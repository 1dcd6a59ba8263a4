package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at one place of a file. One object reads it, describes it in messages, and writes
 * it into the JSON schema, so that the three cannot differ.
 *
 * @param <T> what it is read as
 */
public interface Shape<T> {

  /** The value, or null if mistakes were reported. */
  @Nullable T read(Node node, Mistakes mistakes);

  /** A few words for "expected ...", such as {@code a size with its unit, such as 4KiB}. */
  String words();

  /** The JSON schema of it: maps, lists, strings and numbers. */
  Map<String, Object> schema(SchemaDefinitions definitions);

  /** Whether this shape is the one that a node of this kind is meant to have. */
  boolean fits(Node node);

  /** Reports that a node is of the wrong kind. */
  static void expected(Node node, String words, Mistakes mistakes) {
    mistakes.report(node, "expected " + words + ", found " + found(node), null);
  }

  private static String found(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.text().isEmpty() ? "nothing" : "'" + scalar.text() + "'";
    }
    return "a list";
  }
}
