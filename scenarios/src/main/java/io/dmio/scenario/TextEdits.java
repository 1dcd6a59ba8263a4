package io.dmio.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Changes values in the text of a scenario and leaves everything else as it is. */
final class TextEdits {

  private final String text;
  private final MappingNode root;
  private final List<Edit> edits = new ArrayList<>();

  /** Replaces what is from one index to another. */
  private record Edit(int from, int to, String replacement) {}

  /** Of a text that was read without mistakes. */
  TextEdits(String text) {
    this.text = text;
    Node node = YamlTree.parse(text, new Mistakes(""));
    if (!(node instanceof MappingNode mapping)) {
      throw new IllegalArgumentException("not a scenario");
    }
    this.root = mapping;
  }

  MappingNode root() {
    return root;
  }

  /** Sets a key of the root. */
  void set(String key, String value) {
    Node old = value(root, key);
    if (old != null) {
      replace(old, value);
    } else if (root.getFlowStyle() == FlowStyle.FLOW) {
      int behindBrace = index(root.getStartMark().getIndex()) + 1;
      edits.add(new Edit(behindBrace, behindBrace, key + ": " + value + ", "));
    } else {
      int start = index(root.getStartMark().getIndex());
      String indent = " ".repeat(root.getStartMark().getColumn());
      edits.add(new Edit(start, start, key + ": " + value + "\n" + indent));
    }
  }

  /** Replaces a value. */
  void replace(Node node, String value) {
    edits.add(new Edit(index(node.getStartMark().getIndex()), end(node, this::index), value));
  }

  /** Where a node ends: a block of keys or items where the last of them does. */
  static int end(Node node, IntUnaryOperator index) {
    if (node instanceof CollectionNode<?> collection
        && collection.getFlowStyle() == FlowStyle.BLOCK
        && !collection.getValue().isEmpty()) {
      List<?> children = collection.getValue();
      Object last = children.get(children.size() - 1);
      return end(last instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) last, index);
    }
    return index.applyAsInt(node.getEndMark().getIndex());
  }

  private int index(int codePoints) {
    return text.offsetByCodePoints(0, codePoints);
  }

  /** The text with all changes; of those at the same place the first comes first. */
  String apply() {
    StringBuilder changed = new StringBuilder(text);
    edits.sort(Comparator.comparingInt(Edit::from));
    for (int i = edits.size() - 1; i >= 0; i--) {
      Edit edit = edits.get(i);
      changed.replace(edit.from, edit.to, edit.replacement);
    }
    return changed.toString();
  }

  /** The value of a key of a mapping, or null. */
  static @Nullable Node value(MappingNode mapping, String key) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }

  /** Every value of a key, however deep. */
  static List<Node> values(Node node, String key) {
    List<Node> found = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(child -> found.addAll(values(child, key)));
    } else if (node instanceof MappingNode mapping) {
      Node own = value(mapping, key);
      if (own != null) {
        found.add(own);
      }
      mapping.getValue().forEach(tuple -> found.addAll(values(tuple.getValueNode(), key)));
    }
    return found;
  }

  /** A text as a YAML scalar in single quotes; control characters become question marks. */
  static String quote(String text) {
    return "'" + text.replace("'", "''").replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
