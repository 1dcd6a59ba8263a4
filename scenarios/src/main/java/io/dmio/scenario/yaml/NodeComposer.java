package io.dmio.scenario.yaml;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tokens to nodes. What the language has no use for (aliases, anchors, tags, directives, more
 * documents) is reported on the way.
 */
final class NodeComposer {

  private static final int MOST_NESTING = 25;

  private final YamlSource source;
  private final YamlTokens tokens;
  private final Mistakes mistakes;
  private final Map<String, Node> anchored = new TreeMap<>();
  private int nesting;

  NodeComposer(YamlSource source, YamlTokens tokens, Mistakes mistakes) {
    this.source = source;
    this.tokens = tokens;
    this.mistakes = mistakes;
  }

  /**
   * The root, or null if there is none, which is reported.
   *
   * @throws IOException if it is no YAML
   */
  @Nullable Node document() throws IOException, AbandonedException {
    if (!startDocument()) {
      mistakes.report(
          Position.START, "the file is empty", "'dmio new NAME' writes a scenario to start from");
      return null;
    }
    Node root = node(false);
    reportSecond(root.end().index());
    return root;
  }

  private boolean startDocument() throws IOException {
    DocumentHead head = DocumentHead.next(source.text(), 0);
    try {
      return tokens.nextToken() != null;
    } finally {
      if (head != null && head.hasDirectives() && isRead(head)) {
        mistakes.report(source.line(head.start()), "a YAML directive", "remove it");
      }
    }
  }

  /** The first token of the second document is read too; if it is broken, nobody needs to know. */
  private void reportSecond(int from) throws IOException {
    DocumentHead head = DocumentHead.next(source.text(), from);
    boolean second;
    try {
      second = tokens.nextToken() != null;
    } catch (IOException e) {
      if (head == null || !isRead(head)) {
        throw e;
      }
      second = true;
    }
    if (second) {
      Position at = head == null ? tokens.start().position() : source.line(head.start());
      mistakes.report(at, "a second document", "one file is one scenario");
    }
  }

  private boolean isRead(DocumentHead head) {
    return tokens.end().index() > head.marker();
  }

  /** The node of the current token. */
  private Node node(boolean inFlow) throws IOException, AbandonedException {
    Mark start = tokens.start();
    int end = tokens.end().index();
    if (tokens.isCurrentAlias()) {
      mistakes.report(start.position(), "an alias: *" + tokens.getText(), "write the value out");
    }
    NodeProperties properties = NodeProperties.of(source.text(), start.index(), end);
    report(properties, start.position());
    if (++nesting > MOST_NESTING) {
      mistakes.report(
          start.position(),
          "not YAML: more than " + MOST_NESTING + " values inside each other",
          null);
      throw new AbandonedException();
    }
    Node node = tokens.isCurrentAlias() ? named(tokens.getText()) : value(properties, inFlow);
    nesting--;
    return node;
  }

  private void report(NodeProperties properties, Position at) {
    if (properties.anchor() != null) {
      mistakes.report(at, "an anchor: &" + properties.anchor(), "remove it");
    }
    if (properties.isTagged()) {
      mistakes.report(at, "a tag", "remove it: every key has one type");
    }
  }

  /** Aliases are refused, but there may be more to say about the file. */
  private Node named(String anchor) throws AbandonedException {
    Node node = anchored.get(anchor);
    if (node == null) {
      throw new AbandonedException();
    }
    return node;
  }

  private Node value(NodeProperties properties, boolean inFlow)
      throws IOException, AbandonedException {
    Mark start = tokens.start();
    int end = tokens.end().index();
    JsonToken token = tokens.currentToken();
    boolean flow = inFlow || source.startsFlow(start.index(), end);
    Node node;
    if (token == JsonToken.START_OBJECT) {
      node = mapping(start, flow);
    } else if (token == JsonToken.START_ARRAY) {
      node = sequence(start, flow);
    } else {
      boolean plain = source.isPlain(properties.content(), end);
      node = new ScalarNode(tokens.getText(), plain, start, tokens.end());
    }
    if (properties.anchor() != null) {
      anchored.put(properties.anchor(), node);
    }
    return node;
  }

  private Node mapping(Mark start, boolean flow) throws IOException, AbandonedException {
    List<NodeTuple> entries = new ArrayList<>();
    while (next() != JsonToken.END_OBJECT) {
      Node key = node(flow);
      next();
      entries.add(new NodeTuple(key, node(flow)));
    }
    return new MappingNode(entries, flow, start, tokens.end());
  }

  private Node sequence(Mark start, boolean flow) throws IOException, AbandonedException {
    List<Node> elements = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      elements.add(node(flow));
    }
    return new SequenceNode(elements, flow, start, tokens.end());
  }

  /** The next token inside of a list or mapping. */
  private JsonToken next() throws IOException {
    JsonToken token = tokens.nextToken();
    if (token == null) {
      throw new IllegalStateException("the text ended inside a value at " + tokens.end());
    }
    return token;
  }
}
