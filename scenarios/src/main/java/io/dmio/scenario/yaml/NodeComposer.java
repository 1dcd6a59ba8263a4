package io.dmio.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserException;

/** Events to nodes. */
final class NodeComposer {

  private final StrictParser parser;
  private final int mostNesting;
  private final Map<String, Node> anchored = new TreeMap<>();
  private int nesting;

  NodeComposer(StrictParser parser, int mostNesting) {
    this.parser = parser;
    this.mostNesting = mostNesting;
  }

  /** Whether there is a document to read. */
  boolean hasDocument() {
    if (parser.checkEvent(Event.ID.StreamStart)) {
      parser.getEvent();
    }
    return !parser.checkEvent(Event.ID.StreamEnd);
  }

  /** The root of the next document. */
  Node document() {
    parser.getEvent();
    Node root = node();
    parser.getEvent();
    return root;
  }

  private Node node() {
    NodeEvent event = (NodeEvent) parser.getEvent();
    if (++nesting > mostNesting) {
      throw new YAMLException("more than " + mostNesting + " values inside each other");
    }
    Node node = event instanceof AliasEvent alias ? named(alias) : value(event);
    nesting--;
    return node;
  }

  private Node value(NodeEvent event) {
    Node node;
    if (event instanceof ScalarEvent scalar) {
      node = scalar(scalar);
    } else if (event instanceof MappingStartEvent start) {
      node = mapping(start);
    } else {
      node = sequence((SequenceStartEvent) event);
    }
    if (event.getAnchor() != null) {
      anchored.put(event.getAnchor(), node);
    }
    return node;
  }

  /** Aliases are refused, but there may be more to say about the file. */
  private Node named(AliasEvent alias) {
    @Nullable Node node = anchored.get(alias.getAnchor());
    if (node == null) {
      throw new ParserException(
          null, null, "nothing before has the anchor &" + alias.getAnchor(), alias.getStartMark());
    }
    return node;
  }

  private static Node scalar(ScalarEvent event) {
    return new ScalarNode(
        event.getValue(), event.isPlain(), event.getStartMark(), event.getEndMark());
  }

  private Node mapping(MappingStartEvent start) {
    List<NodeTuple> entries = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      Node key = node();
      entries.add(new NodeTuple(key, node()));
    }
    return new MappingNode(
        entries, start.isFlow(), start.getStartMark(), parser.getEvent().getEndMark());
  }

  private Node sequence(SequenceStartEvent start) {
    List<Node> elements = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      elements.add(node());
    }
    return new SequenceNode(
        elements, start.isFlow(), start.getStartMark(), parser.getEvent().getEndMark());
  }
}
