package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.engine.Refusal;
import io.dmio.sim.EventKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about exported events says what the code and its documentation say. */
final class EventsPageTest {

  private static final String PAGE = "events.md";
  private static final Path KINDS =
      Path.of("..", "simulator", "src", "main", "java", "io", "dmio", "sim", "EventKind.java");
  private static final Pattern DOCUMENTED =
      Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*([A-Z_]+)\\b", Pattern.DOTALL);
  private static final List<String> COLUMNS = List.of("subject", "detail", "a", "b", "c");
  private static final Pattern FIRST_FIELD = Pattern.compile(": (?=(?:subject|detail) )");
  private static final Pattern NEXT_FIELD = Pattern.compile(", (?=(?:subject|detail|a|b|c) )");

  @TempDir private Path folder;

  @Test
  void kinds_haveTheFieldsOfTheirDocumentation() throws IOException {
    Map<String, String> documented = documentedKinds();
    assertThat(documented.keySet())
        .containsExactlyElementsOf(Arrays.stream(EventKind.values()).map(Enum::name).toList());
    StringBuilder text = new StringBuilder("| kind | what happens |");
    COLUMNS.forEach(column -> text.append(" `").append(column).append("` |"));
    text.append('\n').append("|---".repeat(COLUMNS.size() + 2)).append("|\n");
    documented.forEach((kind, about) -> text.append(row(kind, about)));
    GeneratedPage.check(PAGE, "<!-- generated kinds -->", text.toString());
  }

  @Test
  void numbers_areThoseOfTheCode() throws IOException {
    GeneratedPage.check(PAGE, "<!-- generated ops -->", numbered(names(RequestOp.values())));
    StringBuilder flags = new StringBuilder("| bit | name |\n|---|---|\n");
    for (RequestFlag flag : RequestFlag.values()) {
      flags.append("| ").append(flag.bit()).append(" | `").append(word(flag.name()));
      flags.append("` |\n");
    }
    GeneratedPage.check(PAGE, "<!-- generated flags -->", flags.toString());
    List<String> statuses = Arrays.stream(BlockStatus.values()).map(Enum::name).toList();
    GeneratedPage.check(PAGE, "<!-- generated statuses -->", numbered(statuses));
    List<String> refusals = Arrays.stream(Refusal.values()).map(Refusal::text).toList();
    GeneratedPage.check(PAGE, "<!-- generated refusals -->", numbered(refusals));
  }

  @Test
  void fields_areThoseThatAreWritten() throws IOException {
    String line = export("events").lines().findFirst().orElseThrow();
    assertThat(firstColumn("## events.jsonl")).isEqualTo(fields(line));
  }

  @Test
  void columns_areThoseThatAreWritten() throws IOException {
    String header = export("csv").lines().findFirst().orElseThrow();
    assertThat(firstColumn("## bios.csv")).containsExactly(header.split(","));
  }

  /** The documentation of each kind, without marks of Javadoc. */
  private static Map<String, String> documentedKinds() throws IOException {
    Map<String, String> kinds = new LinkedHashMap<>();
    Matcher matcher = DOCUMENTED.matcher(Files.readString(KINDS));
    while (matcher.find()) {
      String text =
          matcher.group(1).replaceAll("\\n\\s*\\* ?", " ").replaceAll("\\s+", " ").strip();
      text = text.replaceAll("\\{@code ([^}]*)}", "`$1`").replace("&lt;", "<");
      kinds.put(matcher.group(2), text);
    }
    return kinds;
  }

  /** A row of the table; what follows the list of fields is said with what happens. */
  private static String row(String kind, String about) {
    String[] parts = FIRST_FIELD.split(about, 2);
    assertThat(parts).as(kind + ": what happens, a colon, and fields").hasSize(2);
    int end = parts[1].indexOf(". ");
    String list =
        end < 0 ? parts[1].substring(0, parts[1].length() - 1) : parts[1].substring(0, end);
    String more = end < 0 ? "" : parts[1].substring(end + 1);
    Map<String, String> cells = new LinkedHashMap<>();
    for (String field : NEXT_FIELD.split(list)) {
      String[] words = field.split(" ", 2);
      assertThat(cells.put(words[0], words[1])).as(kind + ": " + field).isNull();
    }
    assertThat(COLUMNS).as(kind).containsAll(cells.keySet());
    List<String> columns = new ArrayList<>(List.of("`" + word(kind) + "`", parts[0] + "." + more));
    COLUMNS.forEach(column -> columns.add(cells.getOrDefault(column, "")));
    return "| "
        + String.join(" | ", columns.stream().map(EventsPageTest::escaped).toList())
        + " |\n";
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|").replace("<", "&lt;");
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> word(value.name())).toList();
  }

  private static String numbered(List<String> names) {
    StringBuilder text = new StringBuilder("| number | name |\n|---|---|\n");
    for (int number = 0; number < names.size(); number++) {
      text.append("| ").append(number).append(" | `").append(names.get(number)).append("` |\n");
    }
    return text.toString();
  }

  /** The names in the first column of a section of the page. */
  private static Set<String> firstColumn(String section) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    String text = GeneratedPage.read(PAGE);
    String rest = text.substring(text.indexOf(section + "\n") + section.length());
    rest.lines()
        .takeWhile(line -> !line.startsWith("#"))
        .filter(line -> line.startsWith("| `"))
        .forEach(line -> names.add(line.substring(3, line.indexOf('`', 3))));
    return names;
  }

  private static Set<String> fields(String json) throws IOException {
    Set<String> fields = new LinkedHashSet<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          fields.add(parser.currentName());
        }
      }
    }
    return fields;
  }

  private String export(String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output stream = Output.results(out);
    Output silent = Output.complaints(OutputStream.nullOutputStream());
    Terminal terminal = new Terminal(stream, silent, folder, null, "./dmio", false, false);
    Dmio.execute(terminal, "export", "second-bio", "--format", format, "-o", "-");
    return out.toString(StandardCharsets.UTF_8);
  }
}
