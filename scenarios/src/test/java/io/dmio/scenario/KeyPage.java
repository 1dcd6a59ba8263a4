package io.dmio.scenario;

import io.dmio.scenario.device.DeviceShape;
import io.dmio.scenario.device.LatencyShape;
import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Lazy;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.MapShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import io.dmio.scenario.shape.WithPosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of the language as tables, from the shapes that read it: a section an object. */
final class KeyPage {

  private final String elsewhere;
  private final List<String> notHere;
  private final Map<String, Shape<?>> objects = new LinkedHashMap<>();

  /**
   * A page.
   *
   * @param elsewhere the page where the other objects are
   * @param notHere objects that stand on the other page
   */
  KeyPage(String elsewhere, List<String> notHere) {
    this.elsewhere = elsewhere;
    this.notHere = notHere;
  }

  String write(Shape<?> root) {
    value(root);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < objects.size(); i++) {
      String name = new ArrayList<>(objects.keySet()).get(i);
      text.append("## ").append(name).append("\n\n").append(section(objects.get(name)));
    }
    return text.toString();
  }

  private String section(Shape<?> shape) {
    return shape instanceof VerbShape verbs ? section(verbs) : section((ObjectShape) shape);
  }

  private String section(ObjectShape object) {
    StringBuilder text = new StringBuilder(object.about()).append("\n\n");
    text.append("| key | value | meaning |\n|---|---|---|\n");
    present(object.keys()).forEach(key -> text.append(row(key)).append("|\n"));
    return text.append('\n').append(later(object.keys())).toString();
  }

  private String section(VerbShape shape) {
    StringBuilder text = new StringBuilder("Exactly one of these keys says what it is:\n\n");
    text.append("| key | value | meaning | with it may stand |\n|---|---|---|---|\n");
    List<Key<?>> verbs = shape.verbs().stream().<Key<?>>map(Verb::key).toList();
    Map<Key<?>, List<String>> others = new LinkedHashMap<>();
    for (Verb verb : shape.verbs().stream().filter(verb -> !verb.key().isLater()).toList()) {
      List<Key<?>> own = present(verb.own()).toList();
      own.forEach(key -> others.computeIfAbsent(key, k -> new ArrayList<>()).add(code(verb.key())));
      String names = own.stream().map(KeyPage::code).collect(Collectors.joining(" "));
      text.append(row(verb.key())).append("| ").append(names).append(" |\n");
    }
    if (!others.isEmpty()) {
      text.append("\n| key | value | meaning | stands with |\n|---|---|---|---|\n");
      others.forEach(
          (key, with) ->
              text.append(row(key)).append("| ").append(String.join(" ", with)).append(" |\n"));
    }
    return text.append('\n').append(later(verbs)).toString();
  }

  private String row(Key<?> key) {
    String need = key.isRequired() ? "**required**: " : "";
    return "| " + code(key) + " | " + value(key.shape()) + " | " + need + cell(key.about()) + " ";
  }

  private static String later(List<Key<?>> keys) {
    List<Key<?>> later = keys.stream().filter(Key::isLater).toList();
    return later.isEmpty()
        ? ""
        : later.stream()
            .map(key -> code(key) + " (" + key.about() + ")")
            .collect(Collectors.joining(", ", "Not yet: ", ".\n\n"));
  }

  private static Stream<Key<?>> present(List<Key<?>> keys) {
    return keys.stream().filter(key -> !key.isLater());
  }

  /** What a value is, with links to the objects in it. */
  private String value(Shape<?> shape) {
    if (shape instanceof Lazy<?> lazy) {
      return value(lazy.shape().get());
    } else if (shape instanceof WithPosition<?> located) {
      return value(located.inner());
    } else if (shape instanceof LatencyShape latency) {
      return value(latency.one()) + ", or " + value(latency.perOp());
    } else if (shape instanceof DeviceShape device) {
      return value(device.disk()) + ", or " + value(device.stacked());
    } else if (shape instanceof Either<?> either) {
      return either.options().stream()
          .map(option -> value(option.shape()))
          .collect(Collectors.joining(", or "));
    } else if (shape instanceof MapShape<?> map) {
      return map.words() + each(map.value());
    } else if (shape instanceof ListShape<?> list) {
      return list.words() + each(list.item());
    } else if (shape instanceof ObjectShape object) {
      return link(object.name(), object);
    }
    return shape instanceof VerbShape verbs ? link(verbs.name(), verbs) : cell(shape.words());
  }

  private String each(Shape<?> inner) {
    String value = value(inner);
    return value.contains("](") ? ": " + value : "";
  }

  private String link(String name, Shape<?> object) {
    String anchor = "#" + name.toLowerCase(Locale.ROOT).replace(' ', '-');
    if (notHere.contains(name)) {
      return "[" + name + "](" + elsewhere + anchor + ")";
    }
    objects.putIfAbsent(name, object);
    return "[" + name + "](" + anchor + ")";
  }

  private static String code(Key<?> key) {
    return "`" + key.name() + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
