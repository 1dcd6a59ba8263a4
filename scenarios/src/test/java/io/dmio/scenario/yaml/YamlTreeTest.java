package io.dmio.scenario.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.scenario.change.TextEdits;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlTreeTest {

  @Test
  void marks_areIndexesLinesAndColumns() {
    assertThat(tree("a: b\nlist:\n- x\n- { y: 'z' }\n"))
        .containsExactly(
            "mapping 1:1-5:1",
            "  plain 1:1-1:2 a",
            "  plain 1:4-1:5 b",
            "  plain 2:1-2:5 list",
            "  list 3:1-5:1",
            "    plain 3:3-3:4 x",
            "    flow mapping 4:3-4:13",
            "      plain 4:5-4:6 y",
            "      quoted 4:8-4:11 z");
  }

  @Test
  void carriageReturns_moveIndexesAlone() {
    String text = "a: b\nlist:\n- x\n- { y: 'z' }\n";

    assertThat(tree(text.replace("\n", "\r\n"))).isEqualTo(tree(text));
    assertThat(written(text.replace("\n", "\r\n"), "list")).isEqualTo("- x\r\n- { y: 'z' }\r\n");
  }

  @Test
  void charactersOfTwoUnits_countOnceInColumns_andTwiceInIndexes() {
    String text = "\"\uD83D\uDE00\": [\uD83D\uDE00, b] # \uD83D\uDE00\nc: d\n";

    assertThat(tree(text))
        .contains("  flow list 1:6-1:12", "    plain 1:10-1:11 b", "  plain 2:1-2:2 c");
    assertThat(written(text, "\uD83D\uDE00")).isEqualTo("[\uD83D\uDE00, b]");
    assertThat(written(text, "c")).isEqualTo("d");
  }

  @Test
  void lines_endWhereSourceTextEndsThem() {
    assertThat(tree("a: b\u0085c: d\u2028e: f\rg: h")).contains("  plain 4:4-4:5 h");
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "~", "null", "0x1F", "007", "1_000", "1e3", ".inf", "2001-01-01"})
  void scalar_isATextAsItIsWritten(String plain) {
    assertThat(tree(plain)).singleElement().asString().startsWith("plain").endsWith(" " + plain);
    assertThat(tree("'" + plain + "'")).singleElement().asString().startsWith("quoted");
  }

  @Test
  void numberOfAnyLength_isAText() {
    String number = "0x" + "f".repeat(5_000);

    assertThat(tree("a: " + number))
        .contains("  plain 1:4-1:" + (4 + number.length()) + " " + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"x\"",
        "''",
        "|\n  x",
        ">-\n  x",
        "&a 'x'",
        "!t &a \"x\"",
        "&a # \"\n  \"x\"",
        "&a\n\n  |\n  x"
      })
  void value_isQuoted_whateverStandsBeforeIt(String value) {
    assertThat(tree("k: " + value + "\n").get(2)).startsWith("  quoted 1:4-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\"y\"",
        "x'",
        "&a x",
        "&a !t x",
        "&a # \"\n  x",
        "&a",
        "!!str",
        "!",
        "a>",
        "&\"a\" x"
      })
  void value_isPlain_whateverStandsBeforeIt(String value) {
    assertThat(tree("k: " + value + "\n'j': 1\n").get(2)).startsWith("  plain 1:4-");
  }

  @Test
  void inBrackets_everythingIsInBrackets() {
    assertThat(tree("[a: b, ? c : [d], {e: f}]"))
        .filteredOn(line -> !line.contains("plain"))
        .hasSize(5)
        .allMatch(line -> line.strip().startsWith("flow"));
    assertThat(tree("- &x\n  a: b\n- !t\n  - c\n")).noneMatch(line -> line.contains("flow"));
    assertThat(tree("- &x {a: b}\n- !t [c]\n"))
        .contains("  flow mapping 1:3-1:12", "  flow list 2:3-2:9");
  }

  @Test
  void key_mayBeAList_aMapping_orAnAlias() {
    assertThat(tree("? [a, {b: c}]\n: &x d\n? {-e: f}\n: g\n? - h\n: i\n? -j: k\n: l\n*x : m\n"))
        .containsExactly(
            "mapping 1:1-10:1",
            "  flow list 1:3-1:14",
            "    plain 1:4-1:5 a",
            "    flow mapping 1:7-1:13",
            "      plain 1:8-1:9 b",
            "      plain 1:11-1:12 c",
            "  plain 2:3-2:7 d",
            "  flow mapping 3:3-3:10",
            "    plain 3:4-3:6 -e",
            "    plain 3:8-3:9 f",
            "  plain 4:3-4:4 g",
            "  list 5:3-6:1",
            "    plain 5:5-5:6 h",
            "  plain 6:3-6:4 i",
            "  mapping 7:3-8:1",
            "    plain 7:3-7:5 -j",
            "    plain 7:7-7:8 k",
            "  plain 8:3-8:4 l",
            "  plain 2:3-2:7 d",
            "  plain 9:6-9:7 m");
  }

  @Test
  void key_mayHaveAKeyThatIsAList() {
    assertThat(tree("? {[a]: b, c: d}\n: e\nf: g\n"))
        .containsExactly(
            "mapping 1:1-4:1",
            "  flow mapping 1:3-1:17",
            "    flow list 1:4-1:7",
            "      plain 1:5-1:6 a",
            "    plain 1:9-1:10 b",
            "    plain 1:12-1:13 c",
            "    plain 1:15-1:16 d",
            "  plain 2:3-2:4 e",
            "  plain 3:1-3:2 f",
            "  plain 3:4-3:5 g");
  }

  @ParameterizedTest
  @CsvSource({
    "'a: 1\n---\nb: 2\n', 2",
    "'a: 1\n...\n# c\n%YAML 1.1\n---\n', 4",
    "'[a]\n\n--- b', 3",
    "'a # c\n---\t@', 2",
    "'\"a\"\n%FOO\n%TAG ! x\n---\n', 2",
    "'---\n---\n', 2",
    "'|\n a\n---\n', 3",
  })
  void secondDocument_isReportedWhereItsHeadStarts(String text, int line) {
    assertThat(said(text)).containsExactly(line + ":1: a second document");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a\n...\n",
        "---\na\n... # c\n...\n",
        "a: --- b\n",
        "- '---'\n",
        "a\n%YAML 1.1\n"
      })
  void oneDocument_isAllRight(String text) {
    assertThat(said(text)).isEmpty();
  }

  @Test
  void directives_areReportedWhereTheFirstOfThemStands() {
    assertThat(said("# c\n%FOO\n%YAML 1.1\n---\na\n")).containsExactly("2:1: a YAML directive");
    assertThat(said("%TAG ! x\n--- @")).hasSize(2).contains("1:1: a YAML directive");
    assertThat(said("%YAML 2.0\n---\na\n")).hasSize(1).noneMatch(line -> line.contains("direct"));
    assertThat(said("%FOO\n---\na\n")).isEmpty();
    assertThat(said("---\n'\n %YAML 1.1\n'\n")).isEmpty();
  }

  /** One line a node: its kind, its marks and its text. */
  private static List<String> tree(String text) {
    StringBuilder lines = new StringBuilder();
    write(root(text), "", lines);
    return lines.toString().lines().toList();
  }

  private static Node root(String text) {
    @Nullable Node root = YamlTree.parse(text, new Mistakes("t.yaml"));
    assertThat(root).as(text).isNotNull();
    return root;
  }

  private static void write(Node node, String indent, StringBuilder lines) {
    String marks = place(node.start()) + "-" + place(node.end());
    if (node instanceof MappingNode mapping) {
      line(lines, indent, mapping.isFlow() ? "flow mapping" : "mapping", marks);
      for (NodeTuple tuple : mapping.entries()) {
        write(tuple.key(), indent + "  ", lines);
        write(tuple.value(), indent + "  ", lines);
      }
    } else if (node instanceof SequenceNode list) {
      line(lines, indent, list.isFlow() ? "flow list" : "list", marks);
      list.elements().forEach(element -> write(element, indent + "  ", lines));
    } else {
      ScalarNode scalar = (ScalarNode) node;
      line(
          lines,
          indent,
          scalar.isPlain() ? "plain" : "quoted",
          marks + " " + scalar.text().strip());
    }
  }

  private static void line(StringBuilder lines, String indent, String kind, String rest) {
    lines.append(indent).append(kind).append(' ').append(rest.stripTrailing()).append('\n');
  }

  private static String place(Mark mark) {
    return mark.position().line() + ":" + mark.position().column();
  }

  /** What is written between the marks of the value of a key. */
  private static String written(String text, String key) {
    Node value = TextEdits.value((MappingNode) root(text), key);
    return text.substring(value.start().index(), value.end().index());
  }

  private static List<String> said(String text) {
    Mistakes mistakes = new Mistakes("t.yaml");
    YamlTree.parse(text, mistakes);
    try {
      mistakes.failIfAny(SourceText.lines(text));
      return List.of();
    } catch (ScenarioException e) {
      return e.mistakes().stream()
          .map(mistake -> mistake.line() + ":" + mistake.column() + ": " + mistake.message())
          .toList();
    }
  }
}
