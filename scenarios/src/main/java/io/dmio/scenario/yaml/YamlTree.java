package io.dmio.scenario.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Text to a tree of nodes with positions. One pass: what the language has no use for (aliases,
 * anchors, tags, directives, more documents) is reported while the events go by.
 */
public final class YamlTree {

  private static final int MOST_NESTING = 25;

  private YamlTree() {}

  /** The root, or null if there is none; syntax errors are reported. */
  public static @Nullable Node parse(String text, Mistakes mistakes) {
    LoaderOptions options = new LoaderOptions();
    StrictParser parser = null;
    try {
      parser = new StrictParser(new ParserImpl(new StreamReader(text), options), mistakes);
      return compose(new NodeComposer(parser, MOST_NESTING), parser, mistakes);
    } catch (MarkedYAMLException e) {
      report(e, mistakes);
    } catch (ReaderException e) {
      mistakes.report(
          positionOf(text, e.getPosition()),
          String.format("a character that YAML does not allow: U+%04X", e.getCodePoint()),
          null);
    } catch (YAMLException e) {
      Position at = parser == null ? Position.START : parser.last();
      mistakes.report(at, "not YAML: " + e.getMessage(), null);
    }
    return null;
  }

  private static @Nullable Node compose(
      NodeComposer composer, StrictParser parser, Mistakes mistakes) {
    if (!composer.hasDocument()) {
      mistakes.report(
          Position.START, "the file is empty", "'dmio new NAME' writes a scenario to start from");
      return null;
    }
    Node root = composer.document();
    if (composer.hasDocument()) {
      mistakes.report(
          Position.of(parser.peekEvent().getStartMark()),
          "a second document",
          "one file is one scenario");
    }
    return root;
  }

  private static void report(MarkedYAMLException e, Mistakes mistakes) {
    Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
    Position at = mark == null ? Position.START : Position.of(mark);
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      mistakes.report(at, "a tab where YAML wants spaces", "indent with spaces");
    } else if (!mistakes.hasAt(at)) {
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      mistakes.report(at, "not YAML: " + context + problem, null);
    }
  }

  private static Position positionOf(String text, int codePoints) {
    return SourceText.end(text.substring(0, text.offsetByCodePoints(0, codePoints)));
  }
}
