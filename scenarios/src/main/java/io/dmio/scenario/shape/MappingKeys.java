package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of one mapping: texts, and each only once. */
public final class MappingKeys {

  private final Map<String, Position> seen = new HashMap<>();
  private final Mistakes mistakes;

  public MappingKeys(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** The key's text, or null after a mistake was reported. */
  public @Nullable String accept(Node key) {
    if (!(key instanceof ScalarNode scalar)) {
      Shape.expected(key, "a key", mistakes);
      return null;
    }
    String text = scalar.text();
    Position at = key.at();
    if (text.equals("<<") && scalar.isPlain()) {
      mistakes.report(at, "a merge key: <<", "write the keys out");
      return null;
    }
    Position first = seen.putIfAbsent(text, at);
    if (first != null) {
      mistakes.report(
          at, "duplicate key '" + text + "'", "it stands in line " + first.line() + " already");
      return null;
    }
    return text;
  }
}
