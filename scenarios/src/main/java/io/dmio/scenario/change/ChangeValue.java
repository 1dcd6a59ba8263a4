package io.dmio.scenario.change;

import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.Origin;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.SequenceNode;
import io.dmio.scenario.yaml.SourceText;
import io.dmio.scenario.yaml.YamlTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks whether the value of a change means the same wherever it is put. */
final class ChangeValue {

  private final Change change;
  private final Mistakes mistakes;

  ChangeValue(Change change, Mistakes mistakes) {
    this.change = change;
    this.mistakes = mistakes;
  }

  /** Whether it is one value, a mapping in braces or a list in brackets; if not, that is said. */
  boolean isOneValue() {
    String value = change.value();
    if (value.isEmpty()) {
      return refuse("a value is missing", "write KEY=VALUE");
    }
    if (SourceText.lines(value).size() > 1) {
      return refuse("a value of several lines", "write it on one line");
    }
    Mistakes found = mistakes.from(at -> Origin.inOption(change.option(), columnOf(at)));
    Node list = YamlTree.parse("[" + value + "]", found);
    if (list != null && found.any()) {
      mistakes.addAll(found);
      return false;
    }
    List<Node> items = list instanceof SequenceNode nodes ? nodes.elements() : List.of();
    if (items.size() == 1 && items.get(0) instanceof MappingNode && !value.startsWith("{")) {
      return refuse("a key with its value: " + value, "put a mapping in braces, a text in quotes");
    }
    if (items.size() != 1 || items.get(0).end().index() != value.length() + 1) {
      return refuse("not one value: " + value, "put a text in quotes, a list in brackets: [a, b]");
    }
    return true;
  }

  /** One character, the bracket, stands in front of the value. */
  private int columnOf(Position at) {
    return change.valueColumn() + Math.max(0, at.column() - 2);
  }

  private boolean refuse(String message, @Nullable String suggestion) {
    mistakes.report(Origin.inOption(change.option(), change.valueColumn()), message, suggestion);
    return false;
  }
}
