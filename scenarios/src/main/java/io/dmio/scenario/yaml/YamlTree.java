package io.dmio.scenario.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Text to a tree of nodes with positions, in one pass. */
public final class YamlTree {

  private final YamlSource source;
  private final YamlTokens tokens;
  private final Mistakes mistakes;

  private YamlTree(String text, Mistakes mistakes) {
    this.source = new YamlSource(text);
    this.tokens = new YamlTokens(source);
    this.mistakes = mistakes;
  }

  /**
   * Reads a text.
   *
   * @param mistakes gets what is no YAML, and what the language has no use for
   * @return the root; null if the text is empty or was not read to its end, which is reported
   */
  public static @Nullable Node parse(String text, Mistakes mistakes) {
    return new YamlTree(text, mistakes).parse();
  }

  private @Nullable Node parse() {
    try {
      return new NodeComposer(source, tokens, mistakes).document();
    } catch (AbandonedException reported) {
      return null;
    } catch (JsonProcessingException e) {
      report(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory", e);
    }
    return null;
  }

  /** Of Jackson's two classes for broken YAML only the deprecated one tells where and in what. */
  @SuppressWarnings("deprecation")
  private void report(JsonProcessingException e) {
    if (e instanceof MarkedYAMLException broken) {
      var mark =
          broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
      Position at =
          mark == null ? Position.START : new Position(mark.getLine() + 1, mark.getColumn() + 1);
      reportSyntax(at, broken.getContext(), String.valueOf(broken.getProblem()));
    } else if (source.unprintable() >= 0) {
      reportCharacter(source.unprintable());
    } else {
      mistakes.report(tokens.start().position(), "not YAML: " + e.getOriginalMessage(), null);
    }
  }

  private void reportSyntax(Position at, @Nullable String context, String problem) {
    if (problem.contains("(TAB)")) {
      mistakes.report(at, "a tab where YAML wants spaces", "indent with spaces");
    } else if (!mistakes.hasAt(at)) {
      String during = context == null ? "" : context + ", ";
      mistakes.report(at, "not YAML: " + during + problem, null);
    }
  }

  private void reportCharacter(int index) {
    int character = source.text().codePointAt(index);
    mistakes.report(
        SourceText.end(source.text().substring(0, index)),
        String.format("a character that YAML does not allow: U+%04X", character),
        null);
  }
}
