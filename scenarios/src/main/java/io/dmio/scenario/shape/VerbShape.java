package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.NodeTuple;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An object with exactly one verb, and the keys that belong to it.
 *
 * @param name what it is called, with its article left out
 * @param verbs the verbs
 */
public record VerbShape(String name, List<Verb> verbs) implements Shape<ParsedObject> {

  public VerbShape {
    verbs = List.copyOf(verbs);
  }

  @Override
  public @Nullable ParsedObject read(Node node, Mistakes mistakes) {
    if (!(node instanceof MappingNode mapping)) {
      Shape.expected(node, words(), mistakes);
      return null;
    }
    List<NodeTuple> written = new ArrayList<>();
    for (NodeTuple tuple : mapping.entries()) {
      if (verbOf(tuple) != null) {
        written.add(tuple);
      }
    }
    if (written.size() != 1) {
      reportVerbs(mapping, written, mistakes);
      return null;
    }
    Verb verb = Objects.requireNonNull(verbOf(written.get(0)));
    if (verb.key().isLater()) {
      ObjectShape.reportLater(verb.key(), written.get(0).key(), mistakes);
      return null;
    }
    String words = "'" + verb.key().name() + "'";
    ParsedObject fields = new ObjectShape(words, "", verb.all()).read(node, mistakes);
    if (fields != null) {
      fields.verb(verb.key());
    }
    return fields;
  }

  private void reportVerbs(MappingNode node, List<NodeTuple> written, Mistakes mistakes) {
    if (written.size() > 1) {
      String first = text(written.get(0));
      String second = text(written.get(1));
      mistakes.report(
          written.get(1).key(),
          "a " + name + " has exactly one of its verbs, found '" + first + "' and '" + second + "'",
          "keep one, or make it two items");
      return;
    }
    Node at = node.entries().isEmpty() ? node : node.entries().get(0).key();
    for (NodeTuple tuple : node.entries()) {
      String nearest = Guess.nearest(text(tuple), verbNames());
      if (nearest != null) {
        mistakes.report(
            tuple.key(),
            "unknown key '" + text(tuple) + "' in a " + name,
            "did you mean '" + nearest + "'?");
        return;
      }
    }
    String found = node.entries().isEmpty() ? "none" : "'" + text(node.entries().get(0)) + "'";
    mistakes.report(
        at,
        "a " + name + " needs one of its verbs, found " + found,
        "known: " + String.join(", ", verbNames()));
  }

  private @Nullable Verb verbOf(NodeTuple tuple) {
    String text = text(tuple);
    for (Verb verb : verbs) {
      if (verb.key().name().equals(text)) {
        return verb;
      }
    }
    return null;
  }

  private static String text(NodeTuple tuple) {
    return tuple.key() instanceof ScalarNode scalar ? scalar.text() : "?";
  }

  private Stream<Verb> present() {
    return verbs.stream().filter(verb -> !verb.key().isLater());
  }

  private List<String> verbNames() {
    return present().map(verb -> verb.key().name()).toList();
  }

  @Override
  public String words() {
    return "a " + name + ": a mapping with one of " + String.join(", ", verbNames());
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    return definitions.reference(name, () -> branches(definitions));
  }

  private Map<String, Object> branches(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", present().map(verb -> branch(verb, definitions)).toList());
    return schema;
  }

  private static Map<String, Object> branch(Verb verb, SchemaDefinitions definitions) {
    return ObjectShape.objectSchema(
        verb.key().about(), verb.all(), List.of(verb.key()), definitions);
  }

  @Override
  public boolean fits(Node node) {
    return node instanceof MappingNode;
  }
}
