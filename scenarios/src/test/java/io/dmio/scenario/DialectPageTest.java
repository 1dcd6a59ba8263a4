package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestFlag;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.Dialect;
import io.dmio.engine.Refusal;
import io.dmio.engine.StepDifference;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.engine.EngineKeys;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.step.CallKeys;
import io.dmio.scenario.step.StepKeys;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the dialects says what engine and reader do. */
final class DialectPageTest {

  private static final String PAGE = "dialects.md";
  private static final List<Dialect> DIALECTS = List.of(Dialect.values());
  private static final Pattern OWNERS =
      Pattern.compile(
          DIALECTS.stream()
              .map(dialect -> Pattern.quote(dialect.text()))
              .collect(Collectors.joining("|", "^((?:", "|, | and )+): ")));
  private static final String NO_EFFECT = "; without effect in ";

  @Test
  void steps_areThoseThatTheEngineHas() throws IOException {
    String rows =
        StepDifference.all().stream()
            .map(step -> "| `" + step.step() + "` | " + columns(step::in) + " |\n")
            .collect(Collectors.joining());
    GeneratedPart.check(PAGE, "steps", head("step") + "\n" + rule(0) + rows);
  }

  @Test
  void verbsAndKeys_areThoseOfTheTables() throws IOException {
    Set<Key<?>> keys = new LinkedHashSet<>(List.of(EngineKeys.BIOS, EngineKeys.PLUG));
    keys.add(EngineKeys.CLIENTS);
    List<List<String>> verbs = new ArrayList<>();
    for (Verb verb : verbs()) {
      verbs.add(row(verb.key()));
      keys.addAll(verb.own());
    }
    keys.addAll(((ObjectShape) StepKeys.LOAD.shape()).keys());
    check("verbs", "verb", verbs);
    check(
        "keys",
        "key",
        keys.stream().filter(DialectPageTest::differs).map(DialectPageTest::row).toList());
  }

  @Test
  void words_areThoseThatTheReaderTakes() throws IOException {
    List<String> flags = Arrays.stream(RequestFlag.values()).map(CallKeys::nameOf).toList();
    checkWords("flags", "flag", flags, "{ write: a@0+8, flags: [%s] }");
    List<String> memory = List.of("page-list", "bvec", "vm", "kmem");
    checkWords("memory", "memory", memory, "{ write: a@0+8, memory: %s }");
    List<String> refusals = Arrays.stream(Refusal.values()).map(Refusal::text).toList();
    checkWords("refusals", "rule", refusals, "{ write: a@0+8, expect: { refused: %s } }");
  }

  @Test
  void pools_areThoseOfTheClients() throws IOException, ScenarioException {
    Map<Dialect, String> pools = new LinkedHashMap<>();
    for (Dialect dialect : Dialect.values()) {
      try (Scenario scenario = read("{ mark: m }", dialect)) {
        List<ClientConfig> clients = scenario.world().engine().clientConfigs();
        assertThat(clients).hasSize(1);
        String name = clients.get(0).name();
        pools.put(dialect, "`" + name + ".ios`, `" + name + ".bios`");
      }
    }
    GeneratedPart.check(
        PAGE,
        "pools",
        pools.entrySet().stream()
            .map(entry -> "| " + entry.getKey().text() + " | " + entry.getValue() + " |\n")
            .collect(Collectors.joining("", "| dialect | pools |\n|---|---|\n", "")));
  }

  /** What the tables say of a dialect is what the reader does. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "discard | { discard: a@0+8 }",
        "write-zeroes | { write-zeroes: a@0+8 }",
        "flush | { flush: a }",
        "write | { write: a@0+8 }",
        "read | { read: a@0+8 }",
        "ioprio | { write: a@0+8, ioprio: 1 }",
        "client | { write: a@0+8, client: main }",
        "fsync | { load: { rw: write, number_ios: 1, devices: [a], fsync: 1 } }"
      })
  void tables_sayWhatTheReaderDoes(String name, String step) {
    Set<Key<?>> keys = new LinkedHashSet<>(((ObjectShape) StepKeys.LOAD.shape()).keys());
    for (Verb verb : verbs()) {
      keys.add(verb.key());
      keys.addAll(verb.own());
    }
    Key<?> key = keys.stream().filter(any -> any.name().equals(name)).findFirst().orElseThrow();
    assertThat(cells(key))
        .isEqualTo(DIALECTS.stream().map(dialect -> cell(step, dialect)).toList());
  }

  private static List<Verb> verbs() {
    VerbShape shape = (VerbShape) ((ListShape<ParsedObject>) StepKeys.STEPS).item();
    return shape.verbs().stream().filter(verb -> !verb.key().isLater()).toList();
  }

  private static boolean differs(Key<?> key) {
    return cells(key).contains("no");
  }

  private static List<String> cells(Key<?> key) {
    return DIALECTS.stream().map(dialect -> cell(key, dialect)).toList();
  }

  /** Whether a key's words give it to a dialect: "linux-6.1: ..." is of that one alone. */
  private static String cell(Key<?> key, Dialect dialect) {
    String about = key.about();
    if (about.contains(NO_EFFECT)
        && about.substring(about.indexOf(NO_EFFECT)).contains(dialect.text())) {
      return "without effect";
    }
    Matcher owners = OWNERS.matcher(about);
    return owners.lookingAt() && !owners.group(1).contains(dialect.text()) ? "no" : "yes";
  }

  private static List<String> row(Key<?> key) {
    String about = OWNERS.matcher(key.about()).replaceFirst("");
    int effect = about.indexOf(NO_EFFECT);
    List<String> row = new ArrayList<>(List.of(key.name()));
    row.addAll(cells(key));
    row.add(effect < 0 ? about : about.substring(0, effect));
    return row;
  }

  private static void checkWords(String part, String title, List<String> words, String step)
      throws IOException {
    StringBuilder text = new StringBuilder(head(title) + "\n" + rule(0));
    for (String word : words) {
      String cells = columns(dialect -> cell(String.format(step, word), dialect));
      text.append("| `").append(word).append("` | ").append(cells).append(" |\n");
    }
    GeneratedPart.check(PAGE, part, text.toString());
  }

  private static void check(String part, String title, List<List<String>> rows) throws IOException {
    StringBuilder text = new StringBuilder(head(title) + " meaning |\n" + rule(1));
    for (List<String> row : rows) {
      text.append("| `").append(row.get(0)).append("` | ");
      text.append(String.join(" | ", row.subList(1, row.size()))).append(" |\n");
    }
    GeneratedPart.check(PAGE, part, text.toString());
  }

  private static String head(String title) {
    return "| " + title + " | " + columns(Dialect::text) + " |";
  }

  private static String rule(int more) {
    return "|---".repeat(1 + DIALECTS.size() + more) + "|\n";
  }

  private static String columns(Function<Dialect, String> of) {
    return DIALECTS.stream().map(of).collect(Collectors.joining(" | "));
  }

  /**
   * Whether the reader takes a step in a dialect; it must give the dialect as its reason if not.
   */
  private static String cell(String step, Dialect dialect) {
    try {
      read(step, dialect).close();
      return "yes";
    } catch (ScenarioException wrong) {
      assertThat(wrong).hasMessageContaining(dialect.text());
      return "no";
    }
  }

  private static Scenario read(String step, Dialect dialect) throws ScenarioException {
    String text =
        "dmio: 1\nscenario: t\ndevices: { a: { size: 1MiB } }\ntasks: { t: [" + step + "] }\n";
    Change change = Change.dialect("--dialect", dialect.text());
    return Scenarios.read(ScenarioSource.text("t.yaml", text), List.of(change));
  }
}
