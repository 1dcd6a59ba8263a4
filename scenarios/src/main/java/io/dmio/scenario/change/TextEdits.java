package io.dmio.scenario.change;

import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.NodeTuple;
import io.dmio.scenario.yaml.ScalarNode;
import io.dmio.scenario.yaml.SequenceNode;
import io.dmio.scenario.yaml.YamlTree;
import io.dmio.workload.PrintableText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes values in the text of a scenario and leaves everything else as it is. */
public final class TextEdits {

  private final String text;
  private final MappingNode root;
  private final List<Edit> edits = new ArrayList<>();

  /** Replaces what is from one index to another. */
  private record Edit(int from, int to, String replacement) {}

  /** Of a text that was read without mistakes. */
  public TextEdits(String text) {
    this.text = text;
    Node node = YamlTree.parse(text, new Mistakes(""));
    if (!(node instanceof MappingNode mapping)) {
      throw new IllegalArgumentException("not a scenario");
    }
    this.root = mapping;
  }

  public MappingNode root() {
    return root;
  }

  /** Sets a key of the root. */
  public void set(String key, String value) {
    Node old = value(root, key);
    if (old != null) {
      replace(old, value);
    } else if (root.isFlow()) {
      int behindBrace = root.start().index() + 1;
      edits.add(new Edit(behindBrace, behindBrace, key + ": " + value + ", "));
    } else {
      int start = root.start().index();
      String indent = " ".repeat(root.at().column() - 1);
      edits.add(new Edit(start, start, key + ": " + value + "\n" + indent));
    }
  }

  /** Replaces a value. */
  public void replace(Node node, String value) {
    edits.add(new Edit(node.start().index(), end(node), value));
  }

  /** Where a node ends: a block of keys or items where the last of them does. */
  static int end(Node node) {
    if (node instanceof SequenceNode list && !list.isFlow() && !list.elements().isEmpty()) {
      return end(list.elements().get(list.elements().size() - 1));
    }
    if (node instanceof MappingNode map && !map.isFlow() && !map.entries().isEmpty()) {
      return end(map.entries().get(map.entries().size() - 1).value());
    }
    return node.end().index();
  }

  /** The text with all changes; of those at the same place the first comes first. */
  public String apply() {
    StringBuilder changed = new StringBuilder(text);
    edits.sort(Comparator.comparingInt(Edit::from));
    for (int i = edits.size() - 1; i >= 0; i--) {
      Edit edit = edits.get(i);
      changed.replace(edit.from, edit.to, edit.replacement);
    }
    return changed.toString();
  }

  /** The value of a key of a mapping, or null. */
  public static @Nullable Node value(MappingNode mapping, String key) {
    for (NodeTuple tuple : mapping.entries()) {
      if (tuple.key() instanceof ScalarNode scalar && scalar.text().equals(key)) {
        return tuple.value();
      }
    }
    return null;
  }

  /** Every value of a key, however deep. */
  public static List<Node> values(Node node, String key) {
    List<Node> found = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.elements().forEach(child -> found.addAll(values(child, key)));
    } else if (node instanceof MappingNode mapping) {
      Node own = value(mapping, key);
      if (own != null) {
        found.add(own);
      }
      mapping.entries().forEach(tuple -> found.addAll(values(tuple.value(), key)));
    }
    return found;
  }

  /** A text as a YAML scalar: in single quotes, or in double ones where something is spelled. */
  public static String quote(String text) {
    return PrintableText.line(text).equals(text)
        ? "'" + text.replace("'", "''") + "'"
        : '"' + PrintableText.line(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
  }
}
