package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.cli.Caller.Answer;
import io.dmio.workload.PrintableText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever texts come in, and wherever from: none moves a cursor, nor looks like another. */
final class HostileTextTest {

  private static final List<String> HOSTILE =
      List.of(
          "\u001b[2J",
          "\u001b]0;owned\u0007",
          "\u001b[1;32mPASSED\u001b[0m",
          "\u009b31m",
          "\u0085",
          "\u007f\b\b\b",
          "\rPASSED  0 calls",
          "\nPASSED  0 calls",
          "\n::error::owned",
          "\t",
          "\u202egnp.exe",
          "\u2066\u2067\u2069",
          "\u200b\u200d\ufeff",
          "\u2028\u2029",
          "\udb40\udc41",
          "\u000b\u000c\u0001\u001f",
          "<script>alert(1)</script>",
          "'\"`$(id)\\",
          "${7*7}#{x}%s%n",
          "]]>-->");

  /** What only files of text can hold. */
  private static final List<String> NO_FILE_NAMES = List.of("\u0000", "\ud800", "\udfff x");

  /** What may stand in YAML as it is. */
  private static final String READABLE_BY_YAML = "\u202e\u200b\u2066 raw\n";

  @TempDir private Path folder;

  private void assertShown(Answer answer, String of) throws IOException {
    assertShown(answer.out(), of);
    assertShown(answer.err(), of);
    assertThat((answer.out() + answer.err()).lines())
        .as(of)
        .noneMatch(line -> line.startsWith("PASSED  0 calls") || line.startsWith("::error::"));
    assertThat(answer.code()).as(of).isBetween(0, 2);
  }

  private static void assertShown(String text, String of) {
    assertThat(
            text.codePoints()
                .filter(point -> point != '\n' && !PrintableText.shows(point))
                .mapToObj(Integer::toHexString)
                .toList())
        .as(of)
        .isEmpty();
  }

  private static String hostile(Random random, boolean fileName) {
    List<String> choice = new ArrayList<>(HOSTILE);
    if (!fileName) {
      choice.addAll(NO_FILE_NAMES);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      text.append("x").append(choice.get(random.nextInt(choice.size())));
    }
    return fileName ? text.toString().replace('/', '_') : text.toString();
  }

  /** A text as YAML can spell any. */
  private static String yaml(String text) {
    StringBuilder yaml = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      yaml.append(String.format("\\u%04x", (int) unit));
    }
    return yaml.append('"').toString();
  }

  private String scenario(Random random) {
    List<String> texts =
        new ArrayList<>(List.of("a", "80us", "a@8+8", "w", "OK", "dead", "[write]"));
    texts.add("classic");
    int bad = random.nextInt(texts.size());
    texts.set(bad, yaml(hostile(random, false)));
    String key = random.nextInt(4) == 0 ? yaml(hostile(random, false)) + ": 1\n" : "";
    return """
        dmio: 1
        scenario: failing
        about: %s
        engine: { dialect: %s }
        %sdevices:
          a: { size: 1MiB, latency: %s }
          m: { table: [%s] }
        faults:
          - { media-error: %s, id: %s, ops: %s, reason: %s }
        checks: { skip: { shape: %s } }
        tasks:
          writer:
            - get: 4
            - { write: %s, id: %s, expect: { return: %s } }
            - put: 4
        """
        .formatted(
            yaml(hostile(random, false)),
            texts.get(7),
            key,
            texts.get(1),
            random.nextBoolean() ? "'0 8 linear a 0'" : yaml("0 8 " + hostile(random, false)),
            texts.get(0),
            texts.get(5),
            texts.get(6),
            yaml(hostile(random, false)),
            yaml(hostile(random, false)),
            texts.get(2),
            texts.get(3),
            texts.get(4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void textsOfScenarios_areShown(long seed) throws IOException {
    Random random = new Random(seed);
    Caller caller = new Caller(folder);
    for (int i = 0; i < 60; i++) {
      String text = scenario(random);
      caller.with("failing.yaml", text);
      assertShown(caller.call("run", "failing.yaml"), text);
      assertShown(caller.call("run", "failing.yaml", "--json"), text);
      assertShown(caller.call("validate", "failing.yaml"), text);
      assertShown(caller.call("validate", "failing.yaml", "--json"), text);
      assertShown(caller.call("explain", "failing.yaml", "--counterfactual"), text);
      assertShown(caller.call("compare", "failing.yaml"), text);
    }
  }

  @Test
  void textsOfScenarios_areShownInPagesPicturesAndReportsForServers() throws IOException {
    String hostile = String.join(" ", HOSTILE);
    String reason = yaml("why " + hostile);
    String text =
        Caller.FAILING
            .replace("about: A dead disk.", "about: " + reason)
            .replace("id: dead }", "id: dead, reason: " + reason + " }");
    Caller caller = new Caller(folder).with("failing.yaml", text + "# " + READABLE_BY_YAML);
    Answer answer = caller.call("run", "failing.yaml", "--report", "out", "--junit", "out.xml");

    assertThat(answer.code()).isEqualTo(1);
    assertShown(answer, hostile);
    assertPagesShow(folder);
    Answer again = caller.call(answer.lastLine().substring("./dmio ".length()).split(" "));
    assertThat(again.lastLine()).startsWith("REPRODUCED");
  }

  /** Scripts are dmio's own, and their texts are spelled in ASCII. */
  private static void assertPagesShow(Path folder) throws IOException {
    for (Path file : files(folder)) {
      if (file.toString().matches(".*\\.(html|svg|xml|csv)")) {
        String page = Files.readString(file).replaceAll("(?s)<script.*?</script>", "");
        assertShown(page.replace("\t", ""), file.toString());
      }
    }
  }

  @Test
  void namesOfFiles_areShown_andReplaysOfThemWork() throws IOException {
    for (int first = 0; first < HOSTILE.size(); first += 5) {
      String hostile = String.join("x", HOSTILE.subList(first, first + 5));
      String name = "f" + hostile.replace('/', '_');
      Path place = folder.resolve(name);
      Files.createDirectories(place);
      Caller caller =
          new Caller(folder)
              .with(name + "/failing.yaml", Caller.FAILING)
              .with(name + "/broken.yaml", "dmio: 2\n")
              .with(name + "/t.log", "fio version 2 iolog\n" + hostile + "\n")
              .with(name + "/c.jsonl", "{\"id\": \"" + hostile + "\"}\n" + hostile + "\n");
      List<List<String>> calls =
          List.of(
              List.of("run", name),
              List.of("run", name + "/failing.yaml", "--json", "--failures", name),
              List.of("run", name + "/failing.yaml", "--junit", name + "/j.xml"),
              List.of("validate", name),
              List.of("validate", name, "--json"),
              List.of("validate", name + "/nothing.yaml"),
              List.of("explain", name + "/failing.yaml"),
              List.of("compare", name + "/failing.yaml"),
              List.of("report", name + "/failing.yaml", "-o", name + "/out2"),
              List.of("export", name + "/failing.yaml", "--format", "csv", "-o", name + "/csv"),
              List.of("replay", name + "/failing.yaml"),
              List.of("import", name + "/t.log", "-o", name + "/t.yaml"),
              List.of("conform", name + "/c.jsonl"),
              List.of("conform", name + "/c.jsonl", "--json"),
              List.of("new", name + "/Nothing", "--from", name),
              List.of("new", name + "/fine"));
      for (List<String> call : calls) {
        assertShown(caller.call(call.toArray(String[]::new)), call.toString());
      }
      assertPagesShow(place);
      Answer replay = caller.call("replay", name + "/failing-expect-0x1.yaml");
      assertThat(replay.out()).as(name).contains("REPRODUCED");
    }
  }

  @Test
  void argumentsOfCommands_areShown() throws IOException {
    Caller caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    for (String hostile : HOSTILE) {
      for (String[] call :
          new String[][] {
            {hostile},
            {"run", "failing.yaml", "--" + hostile},
            {"run", "failing.yaml", "--seed", hostile},
            {"run", "failing.yaml", "--seed=" + hostile},
            {"run", "failing.yaml", "--set", hostile},
            {"run", "failing.yaml", "--set", "about=" + hostile},
            {"run", "failing.yaml", "--set", hostile + "=1"},
            {"run", "failing.yaml", "--set", "devices.a.latency=" + hostile},
            {"run", "failing.yaml", "--exhibit", hostile},
            {"run", "failing.yaml", "--dialect", hostile},
            {"run", "failing.yaml", "--report", "r", "--format", hostile},
            {"run", "failing.yaml", "--code-timeout", hostile},
            {"report", "failing.yaml", "-o", "r", "--window", hostile},
            {"export", "failing.yaml", "-o", "-", "--format", hostile},
            {"import", "failing.yaml", "-o", "i.yaml", "--from", hostile},
            {"import", "failing.yaml", "-o", "i.yaml", "--columns", hostile},
            {"list", hostile},
            {"museum", hostile},
            {"new", hostile.replace('/', '_')},
          }) {
        assertShown(caller.call(call), List.of(call).toString());
      }
    }
  }

  @Test
  void textsOfTraces_areShown() throws IOException {
    for (String hostile : HOSTILE) {
      String flat = hostile.replace("\n", " ").replace("\r", " ");
      Caller caller =
          new Caller(folder)
              .with("a.log", "fio version 2 iolog\n" + flat + " add\n" + flat + " write 0 4096\n")
              .with("b.log", "fio version 2 iolog\na " + flat + " 0 4096\n")
              .with(
                  "c.txt",
                  "  8,0    1        1     0.000000000   100  Q   W 8 + 8 ["
                      + flat
                      + "]\n"
                      + "  8,0    1        2     0.000000000   100  "
                      + flat
                      + "   W 8 + 8 [x]\n")
              .with("d.csv", "1," + flat + ",W,0,4096\n")
              .with("e.fio", "[" + flat + "]\nrw=" + flat + "\n" + flat + "=1\n");
      for (String file : List.of("a.log", "b.log", "c.txt", "d.csv", "e.fio")) {
        Files.deleteIfExists(folder.resolve("i.yaml"));
        Answer answer = caller.call("import", file, "-o", "i.yaml");
        assertShown(answer, file + " " + hostile);
        if (answer.code() == 0) {
          assertShown(Files.readString(folder.resolve("i.yaml")), file + " " + hostile);
          assertShown(caller.call("run", "i.yaml"), file + " " + hostile);
        }
      }
    }
  }

  @Test
  void textsOfTheUsersCode_areShown() throws IOException {
    Compiler.task(
        folder.resolve("classes"),
        "Wal",
        "String text = String.valueOf((char) 27) + \"[2J\" + (char) 10 + \"PASSED  0 calls\""
            + " + (char) 0x202e; System.out.println(text); System.err.println(text);"
            + " host.fail(text); try { host.mark(text); } catch (RuntimeException e) {"
            + " host.fail(e.getMessage()); } throw new IllegalStateException(text);");
    Caller caller = new Caller(folder).with("code.yaml", Compiler.scenario("code", "Wal"));
    Answer text = caller.call("run", "code.yaml", "--report", "out");
    Answer json = caller.call("run", "code.yaml", "--json");

    assertThat(text.code()).isEqualTo(1);
    assertShown(text.out(), "out");
    assertShown(text.err(), "err");
    assertThat(text.out().lines()).noneMatch(line -> line.startsWith("PASSED"));
    assertShown(json.out(), "json");
    assertThat(
            new ObjectMapper().readTree(json.out()).get("failures").get(0).get("message").asText())
        .isEqualTo("\u001b[2J\nPASSED  0 calls\u202e");
    String page = Files.readString(folder.resolve("out/index.html"), StandardCharsets.UTF_8);
    assertShown(page.replaceAll("(?s)<script.*?</script>", "").replace("\t", ""), "page");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}
