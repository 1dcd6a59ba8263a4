package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages about the command line say what the commands say. */
final class ReferencePagesTest {

  private static final String MARK = "<!-- generated -->";
  private static final String COMMON = "every object";

  @TempDir private Path folder;

  @Test
  void commandLine_isWhatHelpSays() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : Commands.NAMES) {
      if (!name.equals(Commands.WARM_UP)) {
        String help = call(name, "--help").split("\nExit codes:")[0].strip();
        text.append("\n## ").append(name).append("\n\n```\n").append(help).append("\n```\n");
      }
    }
    GeneratedPage.check("command-line.md", MARK, text.substring(1));
  }

  @Test
  void exitCodes_areThoseOfTheCommands() throws IOException {
    StringBuilder text = new StringBuilder("| code | meaning |\n|---|---|\n");
    for (ExitCode code : ExitCode.values()) {
      text.append("| ").append(code.value()).append(" | ").append(code.about()).append(" |\n");
    }
    GeneratedPage.check("exit-codes.md", MARK, text.toString());
  }

  @Test
  void jsonFields_areThoseThatArePrinted() throws IOException {
    Map<String, Set<String>> printed = new LinkedHashMap<>();
    collect("run", call("run", "p10-last-status", "--exhibit", "P10", "--json"), printed);
    Files.writeString(folder.resolve("cut.yaml"), RunJsonContractTest.CUT);
    collect("run", call("run", "cut.yaml", "--json"), printed);
    String capsule = "failures/p10-last-status-error-bits-0x1.yaml";
    collect("replay", call("replay", capsule, "--json"), printed);
    Files.writeString(folder.resolve("wrong.yaml"), "dmio: 1\n");
    collect("compare", call("compare", "second-bio", "--json"), printed);
    collect("validate", call("validate", "wrong.yaml", "--json"), printed);
    collect("list", call("list", "presets", "--json"), printed);
    collect("museum", call("museum", "P10", "--json"), printed);
    Files.writeString(
        folder.resolve("c.jsonl"), "{\"id\":\"c\",\"devices\":[],\"ops\":[],\"observed\":{}}");
    collect("conform", call("conform", "c.jsonl", "--json"), printed);

    Map<String, Set<String>> documented = documented();
    Set<String> common = documented.getOrDefault(COMMON, Set.of());
    documented.remove(COMMON);
    // bench takes longer than all tests here together.
    documented.keySet().removeIf(section -> section.startsWith("bench"));
    for (String command :
        List.of("run", "replay", "compare", "validate", "list", "museum", "conform")) {
      Set<String> fields = printed.getOrDefault(command, Set.of());
      assertThat(fields).containsAll(common);
      fields.removeAll(common);
    }
    printed.getOrDefault("replay", Set.of()).removeAll(printed.getOrDefault("run", Set.of()));
    printed.remove("replay failures");
    printed.remove("replay callList");
    printed.remove("replay compared");
    assertThat(documented).isEqualTo(printed);
  }

  /** The names in the first column of each section of the page. */
  private static Map<String, Set<String>> documented() throws IOException {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    Set<String> current = new LinkedHashSet<>();
    for (String line : GeneratedPage.read("json.md").lines().toList()) {
      if (line.startsWith("## ")) {
        current = new LinkedHashSet<>();
        sections.put(line.substring(3), current);
      } else if (line.startsWith("| `")) {
        current.add(line.substring(3, line.indexOf('`', 3)));
      }
    }
    return sections;
  }

  /** Adds the fields of the object and, under their field's name, those of the objects in lists. */
  private static void collect(String command, String json, Map<String, Set<String>> fields)
      throws IOException {
    Set<String> outer = fields.computeIfAbsent(command, key -> new LinkedHashSet<>());
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      String last = "";
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          depth++;
        } else if (token == JsonToken.END_OBJECT) {
          depth--;
        } else if (token == JsonToken.FIELD_NAME && depth == 1) {
          last = parser.currentName();
          outer.add(last);
        } else if (token == JsonToken.FIELD_NAME) {
          fields
              .computeIfAbsent(command + " " + last, key -> new LinkedHashSet<>())
              .add(parser.currentName());
        }
      }
    }
  }

  private String call(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output stream = Output.results(out);
    Output silent = Output.complaints(OutputStream.nullOutputStream());
    Dmio.execute(new Terminal(stream, silent, folder, null, "./dmio", false, false), arguments);
    return out.toString(StandardCharsets.UTF_8);
  }
}
