package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of several shapes; which one, the kind of the node (scalar, list, mapping) says.
 *
 * @param options the shapes, each of another kind
 * @param <T> what all are read as
 */
public record Either<T>(List<Option<?, T>> options) implements Shape<T> {

  public Either {
    options = List.copyOf(options);
  }

  /** A shape and what makes a common value of its own. */
  public record Option<S, T>(Shape<S> shape, Function<S, T> map) {

    @Nullable T read(Node node, Mistakes mistakes) {
      S value = shape.read(node, mistakes);
      return value == null ? null : map.apply(value);
    }
  }

  public static <S, T> Option<S, T> option(Shape<S> shape, Function<S, T> map) {
    return new Option<>(shape, map);
  }

  public static <T> Either<T> of(Option<?, T> first, Option<?, T> second) {
    return new Either<>(List.of(first, second));
  }

  @Override
  public @Nullable T read(Node node, Mistakes mistakes) {
    for (Option<?, T> option : options) {
      if (option.shape().fits(node)) {
        return option.read(node, mistakes);
      }
    }
    Shape.expected(node, words(), mistakes);
    return null;
  }

  @Override
  public String words() {
    return options.stream()
        .map(option -> option.shape().words())
        .collect(Collectors.joining(", or "));
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(
        "anyOf", options.stream().map(option -> option.shape().schema(definitions)).toList());
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return options.stream().anyMatch(option -> option.shape().fits(node));
  }
}
