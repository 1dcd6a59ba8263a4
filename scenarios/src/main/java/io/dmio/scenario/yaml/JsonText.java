package io.dmio.scenario.yaml;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, strings, numbers and booleans as indented JSON. */
public final class JsonText {

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  public static String write(Object value) {
    JsonText json = new JsonText();
    json.append(value, "\n");
    return json.text.toString();
  }

  private void append(Object value, String lineFeed) {
    if (value instanceof Map<?, ?> map) {
      appendMap(map, lineFeed);
    } else if (value instanceof List<?> list) {
      appendList(list, lineFeed);
    } else if (value instanceof String string) {
      appendString(string);
    } else {
      text.append(value);
    }
  }

  private void appendMap(Map<?, ?> map, String lineFeed) {
    String separator = "{" + lineFeed + "  ";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator);
      appendString(entry.getKey().toString());
      text.append(": ");
      append(entry.getValue(), lineFeed + "  ");
      separator = "," + lineFeed + "  ";
    }
    text.append(map.isEmpty() ? "{}" : lineFeed + "}");
  }

  private void appendList(List<?> list, String lineFeed) {
    String separator = "[" + lineFeed + "  ";
    for (Object item : list) {
      text.append(separator);
      append(item, lineFeed + "  ");
      separator = "," + lineFeed + "  ";
    }
    text.append(list.isEmpty() ? "[]" : lineFeed + "]");
  }

  private void appendString(String string) {
    String escaped = string.replace("\\", "\\\\").replace("\"", "\\\"");
    text.append('"').append(escaped).append('"');
  }
}
