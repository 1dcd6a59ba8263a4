package io.dmio.report.page;

import io.dmio.workload.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Writes JSON that may stand inside an HTML script element. */
public final class Json {

  private final StringBuilder text = new StringBuilder();
  private final UnaryOperator<String> spelling;
  private boolean first = true;

  /** For programs, which hear every text as it is. */
  public Json() {
    this(UnaryOperator.identity());
  }

  private Json(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  /** For pages, whose texts people read: what would not be seen is spelled. */
  static Json ofPage() {
    return new Json(PrintableText::lines);
  }

  /** The text so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** The text so far as UTF-8: it is ASCII, of which Latin-1 makes bytes without a look at each. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  public Json open(char bracket) {
    separate();
    text.append(bracket);
    first = true;
    return this;
  }

  public Json close(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  public Json key(String name) {
    separate();
    quote(name);
    text.append(':');
    first = true;
    return this;
  }

  public Json value(long number) {
    separate();
    text.append(number);
    return this;
  }

  public Json value(String string) {
    separate();
    quote(spelling.apply(string));
    return this;
  }

  /** A key with an array of texts. */
  public Json strings(String name, Iterable<String> values) {
    key(name).open('[');
    for (String value : values) {
      value(value);
    }
    return close(']');
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  /** Everything but harmless ASCII is escaped, so that no markup can end the script. */
  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&') {
        String hex = Integer.toHexString(c);
        text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }
}
