package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.PlainScalars;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A single word, number or text.
 *
 * @param words what it is
 * @param schema its JSON schema
 * @param quoting how it may be written
 * @param reading what makes a value of the text
 * @param <T> the value
 */
public record Scalar<T>(
    String words, Map<String, Object> schema, Quoting quoting, Reading<T> reading)
    implements Shape<T> {

  /** How a scalar may be written. */
  public enum Quoting {
    /** Numbers: never in quotes. */
    PLAIN,
    /** Texts: in quotes where YAML would take them for something else. */
    TEXT,
    /** What may be a number or a text, such as a range. */
    EITHER
  }

  /** Makes a value of a text. */
  @FunctionalInterface
  public interface Reading<T> {

    /** The value. */
    T read(String text) throws InvalidScalar;
  }

  @Override
  public @Nullable T read(Node node, Mistakes mistakes) {
    if (!(node instanceof ScalarNode scalar) || scalar.text().isEmpty()) {
      Shape.expected(node, words, mistakes);
      return null;
    }
    try {
      T value = reading.read(scalar.text());
      if (rightlyQuoted(scalar)) {
        return value;
      }
      reportQuotes(scalar, mistakes);
    } catch (InvalidScalar e) {
      mistakes.report(node, e.message(), e.suggestion());
    }
    return null;
  }

  private void reportQuotes(ScalarNode scalar, Mistakes mistakes) {
    String text = scalar.text();
    if (scalar.isPlain()) {
      mistakes.report(
          scalar,
          "expected " + words + ", found '" + text + "', which is no text for YAML",
          "write \"" + text + "\"");
    } else {
      mistakes.report(
          scalar, "expected " + words + ", found the text '" + text + "'", "remove the quotes");
    }
  }

  private boolean rightlyQuoted(ScalarNode scalar) {
    return switch (quoting) {
      case PLAIN -> scalar.isPlain();
      case TEXT -> !scalar.isPlain() || PlainScalars.isText(scalar.text());
      case EITHER -> scalar.isPlain() || !looksLikeNumber(scalar.text());
    };
  }

  private static boolean looksLikeNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return true;
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof ScalarNode;
  }

  /** The same, with the position of each value. */
  public Shape<Located<T>> located() {
    return new WithPosition<>(this);
  }
}
