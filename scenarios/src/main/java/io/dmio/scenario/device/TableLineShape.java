package io.dmio.scenario.device;

import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.Numbers;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.SchemaDefinitions;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a table in dmsetup's words. */
record TableLineShape() implements Shape<TableLine> {

  private static final int HEAD = 3;
  private static final String FORM = "START LENGTH TARGET and its arguments, all in sectors";

  @Override
  public @Nullable TableLine read(Node node, Mistakes mistakes) {
    if (!(node instanceof ScalarNode scalar)) {
      Shape.expected(node, words(), mistakes);
      return null;
    }
    List<Located<String>> words = split(scalar);
    Position at = node.at();
    if (!words.isEmpty() && words.get(0).value().endsWith(":")) {
      mistakes.report(
          words.get(0).at(),
          "the name of a device before its line: '" + words.get(0).value() + "'",
          "remove it; 'dmsetup table NAME' prints a table without it");
      return new TableLine(at, null, null, null, List.of());
    }
    if (words.size() < HEAD) {
      mistakes.report(at, "expected " + words() + ", found '" + scalar.text() + "'", FORM);
      return new TableLine(at, null, null, null, List.of());
    }
    return new TableLine(
        at,
        number(words.get(0), 0, mistakes),
        number(words.get(1), 1, mistakes),
        words.get(2),
        words.subList(HEAD, words.size()));
  }

  private static @Nullable Located<Long> number(
      Located<String> word, long least, Mistakes mistakes) {
    try {
      long number = Numbers.between(word.value(), 0, Bounds.DEVICE_SECTORS);
      if (number < least) {
        throw new InvalidScalar("a line of no sectors", "START is followed by how many there are");
      }
      return new Located<>(number, word.at());
    } catch (InvalidScalar e) {
      mistakes.report(word.at(), e.message(), e.suggestion());
      return null;
    }
  }

  /** The words and where they stand; in a text that is folded or escaped, where that begins. */
  private static List<Located<String>> split(ScalarNode scalar) {
    String text = scalar.text();
    Position at = scalar.at();
    Position end = scalar.end().position();
    int quotes = scalar.isPlain() ? 0 : 1;
    int length = end.column() - at.column() - 2 * quotes;
    boolean asWritten = at.line() == end.line() && length == text.codePointCount(0, text.length());
    List<Located<String>> words = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      if (to > from) {
        int column = asWritten ? at.column() + quotes + text.codePointCount(0, from) : at.column();
        words.add(new Located<>(text.substring(from, to), new Position(at.line(), column)));
      }
      from = to + 1;
    }
    return words;
  }

  @Override
  public String words() {
    return "a line of a table, such as \"0 65536 linear a 0\"";
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    return Scalars.pattern("\\s*[0-9]+\\s+[0-9]+\\s+[a-z].*");
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof ScalarNode;
  }
}
