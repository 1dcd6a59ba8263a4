package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the program replaces is its own, and what it makes never takes the place of other things.
 */
final class OwnFilesTest {

  private static final String CAPSULE = "failures/failing-expect-0x1";
  private static final String LINK = "it is a link, and nothing is written through links";

  @TempDir Path folder;
  private Caller caller;

  @BeforeEach
  void writeScenarios() throws IOException {
    caller =
        new Caller(folder)
            .with("failing.yaml", Caller.FAILING)
            .with("passing.yaml", Caller.PASSING)
            .with("trace.log", "fio version 2 iolog\na add\na open\na write 0 4096\n");
  }

  private Answer call(String line) {
    return caller.call(line.split(" "));
  }

  private void assertRefused(String line, String... why) {
    Answer answer = call(line);
    assertThat(answer.code()).as(line).isEqualTo(2);
    assertThat(answer.err()).as(line).contains(why);
  }

  // Files that a caller names.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run passing.yaml --junit mine",
        "schema -o mine",
        "import trace.log -o mine",
        "new mine.yaml"
      })
  void fileOfSomebodyElse_isKept_unlessForced(String line) throws IOException {
    String name = line.endsWith("mine") ? "mine" : "mine.yaml";
    caller.with(name, "my own words");
    assertRefused(line, name, "--force");
    assertThat(folder.resolve(name)).hasContent("my own words");
    assertThat(call(line + " --force").code()).isZero();
    assertThat(folder.resolve(name)).content().doesNotContain("my own words");
  }

  @Test
  void fileOfSomebodyElse_isRefusedBeforeTheRun() throws IOException {
    caller.with("mine.xml", "<testsuite name=\"theirs\"/>");
    Answer answer = call("run failing.yaml --junit mine.xml");
    assertThat(answer.out()).isEmpty();
    assertThat(folder.resolve("failures")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run passing.yaml --junit own", "schema -o own"})
  void ownFile_andAnEmptyOne_areReplaced(String line) throws IOException {
    Files.createFile(folder.resolve("own"));
    assertThat(call(line).code()).isZero();
    String first = Files.readString(folder.resolve("own"));
    assertThat(call(line).code()).isZero();
    assertThat(folder.resolve("own")).hasContent(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run passing.yaml --junit link",
        "schema -o link --force",
        "import trace.log -o link --force",
        "run passing.yaml --report link",
        "report passing.yaml -o link --force",
        "compare passing.yaml --report link",
        "museum B07 --report link",
        "export passing.yaml --format csv -o link --force"
      })
  void links_areNotWrittenThrough(String line) throws IOException {
    for (Path target : List.of(Path.of("file"), Path.of("folder"), Path.of("nothing"))) {
      caller.with("file", "mine").with("folder/file", "mine");
      Files.createSymbolicLink(folder.resolve("link"), target);
      assertRefused(line, "link", LINK);
      assertThat(folder.resolve("link")).isSymbolicLink();
      assertThat(folder.resolve("file")).hasContent("mine");
      assertThat(names("folder")).containsExactly("file");
      assertThat(folder.resolve("nothing")).doesNotExist();
      Files.delete(folder.resolve("link"));
    }
  }

  // Folders of reports and exports.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run passing.yaml --report mine",
        "run passing.yaml one-write --report mine",
        "replay capsule.yaml --report mine",
        "report passing.yaml -o mine",
        "compare passing.yaml --report mine",
        "museum B07 --report mine"
      })
  void folderInWhichOthersHaveFiles_isRefused_unlessForced(String line) throws IOException {
    call("run failing.yaml");
    Files.copy(folder.resolve(CAPSULE + ".yaml"), folder.resolve("capsule.yaml"));
    caller.with("mine/notes.txt", "mine");
    assertRefused(line, "mine' holds files that dmio has not made", "--force");
    assertThat(names("mine")).containsExactly("notes.txt");
    assertThat(call(line + " --force").code()).isLessThan(2);
    assertThat(folder.resolve("mine/notes.txt")).hasContent("mine");
    assertThat(call(line).code()).as("now it is dmio's").isLessThan(2);
  }

  @Test
  void folderOfReports_isOwn_asAreOnesThatAreEmptyOrHidden() throws IOException {
    caller.with("out/.gitignore", "*");
    assertThat(call("run passing.yaml --report out/one --format html").code()).isZero();
    assertThat(call("run passing.yaml --report out --format html").code()).isZero();
    assertThat(call("run passing.yaml --report out --format html").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run passing.yaml --report out", "export passing.yaml --format csv -o out"})
  void foreignFileInOwnFolder_isNotReplaced(String line) throws IOException {
    String name = line.startsWith("run") ? "pool.svg" : "bios.csv";
    call("export passing.yaml --format events -o out");
    caller.with("out/" + name, "mine");
    assertRefused(line, "out/" + name, "was not made by dmio", "--force");
    assertThat(names("out")).containsExactlyInAnyOrder(".dmio-files", "events.jsonl", name);
    assertThat(folder.resolve("out/" + name)).hasContent("mine");
    assertThat(call(line + " --force").code()).isZero();
    assertThat(folder.resolve("out/" + name)).content().doesNotContain("mine");
  }

  @Test
  void exports_goIntoAnyFolder_andComeBesideOneAnother() throws IOException {
    caller.with("mine/notes.txt", "mine");
    for (int round = 0; round < 2; round++) {
      assertThat(call("export passing.yaml --format csv -o mine").code()).isZero();
      assertThat(call("export passing.yaml --format events -o mine").code()).isZero();
    }
    assertThat(folder.resolve("mine/.dmio-files")).content().endsWith("bios.csv\nevents.jsonl\n");
  }

  @Test
  void traceOfADeviceNamedStack_isNotTakenByThatOfAll() throws IOException {
    String text = Caller.PASSING.replace("  a: {", "  stack: {").replace("a@", "stack@");
    caller.with("passing.yaml", text);
    assertThat(call("export passing.yaml --format blktrace -o out").code()).isZero();
    assertThat(names("out"))
        .containsExactly(".dmio-files", "stack-2.blktrace.0", "stack.blktrace.0");
  }

  @Test
  void linkInAReportsFolder_isNotWrittenThrough() throws IOException {
    caller.with("precious", "mine");
    for (String name : new String[] {"index.html", ".dmio-files"}) {
      call("run passing.yaml --report out --format html");
      Files.delete(folder.resolve("out").resolve(name));
      Files.createSymbolicLink(folder.resolve("out").resolve(name), Path.of("../precious"));
      assertRefused("run passing.yaml --report out --format html --force", name, LINK);
      assertThat(folder.resolve("precious")).hasContent("mine");
      Files.delete(folder.resolve("out").resolve(name));
    }
  }

  @Test
  void reportThatFails_leavesNoNameThatIsNotThere() throws IOException {
    Files.createDirectories(folder.resolve("out/timeline.svg"));
    Files.createFile(folder.resolve("out/.dmio-files"));
    assertRefused("run passing.yaml --report out", "timeline.svg", "is a folder");
    assertThat(names("out")).containsExactlyInAnyOrder(".dmio-files", "timeline.svg");
  }

  @Test
  void reportsOfScenariosOfOneName_haveFoldersOfTheirOwn() throws IOException {
    String second = Caller.PASSING.replace("scenario: passing", "scenario: passing-2");
    caller.with("b/passing.yaml", Caller.PASSING).with("passing-2.yaml", second);
    call("run passing.yaml b/passing.yaml passing-2.yaml --report out --format html");
    assertThat(names("out"))
        .containsExactlyInAnyOrder(".dmio-files", "passing", "passing-2", "passing-2-2");
  }

  // Capsules.

  @Test
  void capsulesOfScenariosOfOneName_areTwo_andEachReplaysItsOwn() throws IOException {
    caller
        .with("a/failing.yaml", Caller.FAILING)
        .with("b/failing.yaml", Caller.FAILING.replace("a@8+8", "a@16+8"));
    Answer answer = call("run a/failing.yaml b/failing.yaml");
    assertThat(answer.out())
        .contains("replay " + CAPSULE + ".yaml\n", "replay " + CAPSULE + "-2.yaml\n");
    assertThat(folder.resolve(CAPSULE + ".yaml")).content().contains("a/failing.yaml", "a@8+8");
    assertThat(folder.resolve(CAPSULE + "-2.yaml")).content().contains("b/failing.yaml", "a@16+8");
    assertThat(call("replay " + CAPSULE + "-2.yaml").lastLine()).startsWith("REPRODUCED");
    assertThat(answer.lastLine()).isEqualTo("./dmio replay " + CAPSULE + "-2.yaml");
  }

  @Test
  void sameRun_leavesTheSameCapsule() throws IOException {
    Answer first = call("run failing.yaml failing.yaml");
    assertThat(call("run failing.yaml failing.yaml")).isEqualTo(first);
    assertThat(names("failures")).containsExactly("failing-expect-0x1.yaml");
  }

  @Test
  void whatStandsWhereACapsuleWouldBe_stays() throws IOException {
    caller.with(CAPSULE + ".yaml", "mine").with("precious", "mine");
    Files.createSymbolicLink(folder.resolve(CAPSULE + "-2.yaml"), Path.of("../precious"));
    Files.createDirectory(folder.resolve(CAPSULE + "-3.yaml"));
    assertThat(call("run failing.yaml").lastLine()).endsWith(CAPSULE + "-4.yaml");
    assertThat(folder.resolve(CAPSULE + ".yaml")).hasContent("mine");
    assertThat(folder.resolve("precious")).hasContent("mine");
  }

  @Test
  void failuresThatAreALink_areNotWrittenThrough() throws IOException {
    Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("failures"), Path.of("elsewhere"));
    assertRefused("run failing.yaml", "the capsule was not written", "failures", LINK);
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  private List<String> names(String inside) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(inside))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
