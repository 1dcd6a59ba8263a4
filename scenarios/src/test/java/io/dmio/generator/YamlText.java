package io.dmio.generator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints a scenario's tree, one line for each device, rule, step and event, and reads it back. */
final class YamlText {

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9@+./%-]*");

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  /** The text of a scenario. */
  static String of(Map<?, ?> scenario) {
    YamlText yaml = new YamlText();
    scenario.forEach(yaml::top);
    return yaml.text.toString();
  }

  /** The tree of a text: maps, lists, texts and numbers. */
  static Map<?, ?> read(String text) {
    try {
      return YAML.readValue(text, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private void top(Object key, Object value) {
    boolean lines = List.of("devices", "tasks").contains(key) && value instanceof Map<?, ?>;
    if (lines) {
      text.append(key).append(":\n");
      ((Map<?, ?>) value).forEach(this::entry);
    } else if (value instanceof List<?> items && !items.isEmpty()) {
      text.append(key).append(":\n");
      items(items, 2);
    } else {
      text.append(key).append(": ").append(flow(value)).append('\n');
    }
  }

  private void entry(Object name, Object value) {
    text.append("  ").append(name).append(':');
    if (value instanceof List<?> steps) {
      text.append('\n');
      items(steps, 4);
    } else if (value instanceof Map<?, ?> task && task.get("steps") instanceof List<?> steps) {
      text.append('\n');
      task.forEach(
          (key, option) -> {
            if (!key.equals("steps")) {
              text.append("    ").append(key).append(": ").append(flow(option)).append('\n');
            }
          });
      text.append("    steps:\n");
      items(steps, 6);
    } else {
      text.append(' ').append(flow(value)).append('\n');
    }
  }

  private void items(List<?> items, int indent) {
    for (Object item : items) {
      text.append(" ".repeat(indent)).append("- ").append(flow(item)).append('\n');
    }
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    boolean quoted =
        value instanceof String word && (word.startsWith("0b") || !PLAIN.matcher(word).matches());
    return quoted ? "\"" + value + "\"" : String.valueOf(value);
  }
}
