package io.dmio.scenario.change;

import io.dmio.scenario.change.Change.Segment;
import io.dmio.scenario.change.ChangedText.Piece;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.Origin;
import io.dmio.scenario.yaml.ScalarNode;
import io.dmio.scenario.yaml.SequenceNode;
import io.dmio.scenario.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows the path of one change into a text, and changes the text there. */
public final class ChangePath {

  private final ChangedText text;
  private final Change change;
  private final Mistakes mistakes;
  private final List<Segment> path;

  public ChangePath(ChangedText text, Change change, Mistakes mistakes) {
    this.text = text;
    this.change = change;
    this.mistakes = mistakes;
    this.path = change.path();
  }

  /** Changes the text; what is no YAML is left for its reader to complain of. */
  public void apply() {
    Node root = YamlTree.parse(text.text(), new Mistakes(""));
    if (root instanceof MappingNode && new ChangeValue(change, mistakes).isOneValue()) {
      follow(root, 0);
    }
  }

  private void follow(Node node, int depth) {
    if (depth == path.size()) {
      replace(node);
    } else if (node instanceof MappingNode mapping) {
      followKey(mapping, depth);
    } else if (node instanceof SequenceNode list) {
      followItem(list, depth);
    } else {
      report(
          depth,
          before(depth) + " is " + described((ScalarNode) node) + " and has no keys",
          "give it a value in braces, such as { " + path.get(depth).name() + ": ... }");
    }
  }

  /** A key may have dots itself: the longest that there is counts. */
  private void followKey(MappingNode mapping, int depth) {
    for (int end = path.size(); end > depth; end--) {
      Node value = TextEdits.value(mapping, joined(depth, end));
      if (value != null) {
        follow(value, end);
        return;
      }
    }
    add(mapping, depth);
  }

  private void followItem(SequenceNode list, int depth) {
    String number = path.get(depth).name();
    int count = list.elements().size();
    if (!number.matches("0|[1-9][0-9]{0,8}")) {
      report(
          depth,
          before(depth) + " is a list, and '" + number + "' is no number of an item",
          "items are counted from 0, such as " + before(depth) + ".0");
    } else if (Integer.parseInt(number) >= count) {
      report(
          depth,
          before(depth) + " has no item " + number,
          count == 0 ? "it is empty" : "items are counted from 0, and the last is " + (count - 1));
    } else {
      follow(list.elements().get(Integer.parseInt(number)), depth + 1);
    }
  }

  private void replace(Node node) {
    int from = node.start().index();
    int to = Math.max(from, behind(TextEdits.end(node)));
    List<Piece> pieces = new ArrayList<>();
    if (from == to) {
      pieces.add(Piece.around(change, change.valueColumn(), " "));
    }
    pieces.add(value());
    text.replace(from, to, pieces);
  }

  /** A value that is a block of text ends behind its line break, which stays. */
  private int behind(int end) {
    int behind = end;
    while (behind > 0 && Character.isWhitespace(text.text().charAt(behind - 1))) {
      behind--;
    }
    return behind;
  }

  /** Adds the rest of the path in front of the keys of a mapping. */
  private void add(MappingNode mapping, int depth) {
    boolean flow = mapping.isFlow();
    int start = mapping.start().index();
    int place = flow ? start + 1 : start;
    String indent = " ".repeat(mapping.at().column() - 1);
    List<Piece> pieces = new ArrayList<>();
    for (int i = depth; i < path.size(); i++) {
      int column = path.get(i).column();
      if (i > depth || flow) {
        pieces.add(Piece.around(change, column, i > depth ? "{ " : " "));
      }
      pieces.add(key(path.get(i)));
      pieces.add(Piece.around(change, column, ": "));
    }
    pieces.add(value());
    String closing = " }".repeat(path.size() - depth - 1);
    String separator = !flow ? "\n" + indent : mapping.entries().isEmpty() ? " " : ",";
    pieces.add(Piece.around(change, change.valueColumn(), closing + separator));
    text.replace(place, place, pieces);
  }

  private Piece key(Segment segment) {
    boolean plain = segment.name().matches("[A-Za-z][A-Za-z0-9-]*");
    String key = plain ? segment.name() : TextEdits.quote(segment.name());
    return Piece.around(change, segment.column(), key);
  }

  private Piece value() {
    return Piece.given(change, change.valueColumn(), change.value());
  }

  private void report(int depth, String message, @Nullable String suggestion) {
    mistakes.report(
        Origin.inOption(change.option(), path.get(depth).column()), message, suggestion);
  }

  private String before(int depth) {
    return joined(0, depth);
  }

  private String joined(int from, int to) {
    return path.subList(from, to).stream().map(Segment::name).collect(Collectors.joining("."));
  }

  private static String described(ScalarNode node) {
    return node.text().isEmpty() ? "empty" : "'" + node.text() + "'";
  }
}
