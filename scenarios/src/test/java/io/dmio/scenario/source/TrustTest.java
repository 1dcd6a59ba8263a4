package io.dmio.scenario.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.scenario.Dependencies;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The caller works in {@code here}; what is in {@code there} comes from a stranger. */
final class TrustTest {

  private static final String OUTSIDE = "lies outside of the folder of this scenario";
  private static final String NO_CODE =
      "a scenario from outside of your working folder runs no code of its own";

  @TempDir private Path root;
  private Path here;
  private Path there;

  @BeforeEach
  void makeFolders() throws IOException {
    here = Files.createDirectories(root.resolve("here/deep")).getParent();
    there = Files.createDirectories(root.resolve("there/deep")).getParent();
    for (Path folder : List.of(root, here, there, there.resolve("deep"))) {
      Files.writeString(folder.resolve("t.log"), TRACE);
    }
  }

  private static final String TRACE =
      """
      fio version 2 iolog
      a add
      a open
      a write 0 4096
      a close
      """;

  private static String replaying(String file) {
    return """
        dmio: 1
        scenario: s
        devices: { a: { size: 1MiB } }
        tasks:
          t:
            - get: 16
            - replay: { iolog: '%s', map: { a: a } }
            - put: 16
        """
        .formatted(file);
  }

  private static final String CODE =
      """
      dmio: 1
      scenario: s
      devices: { a: { size: 1MiB } }
      tasks:
        t: [ { java: { class: io.dmio.scenario.source.TrustTest$Own } } ]
      """;

  /** A task that must not be initialised by reading. */
  public static final class Own implements io.dmio.workload.Task {
    @Override
    public void start(io.dmio.workload.Host host) {
      host.finish();
    }
  }

  private void read(Path file, Trust trust) throws IOException, ScenarioException {
    Scenarios.read(ScenarioSource.file(file, "s.yaml"), List.of(), trust).close();
  }

  private String mistake(Path file, Trust trust) {
    ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> read(file, trust));
    assertThat(e).as("read all the same").isNotNull();
    return e.mistakes().get(0).message();
  }

  private Path write(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("s.yaml"), text);
  }

  private Trust strict() {
    return Trust.below(here);
  }

  @Test
  void code_runsBelowTheWorkingFolder_orWhereItIsAllowed() throws IOException {
    Path own = write(here.resolve("deep"), CODE);
    Path foreign = write(there, CODE);

    assertThatCode(() -> read(own, strict())).doesNotThrowAnyException();
    assertThat(mistake(foreign, strict())).isEqualTo(NO_CODE);
    assertThat(mistake(foreign, strict().allowing(false, true))).isEqualTo(NO_CODE);
    assertThatCode(() -> read(foreign, strict().allowing(true, false))).doesNotThrowAnyException();
    assertThatCode(() -> read(foreign, Trust.ALL)).doesNotThrowAnyException();
  }

  @Test
  void links_areFollowed_beforeTheyAreTrusted() throws IOException {
    write(there, CODE);
    Files.createSymbolicLink(here.resolve("s.yaml"), there.resolve("s.yaml"));
    Files.createSymbolicLink(here.resolve("folder"), there);
    Files.createSymbolicLink(root.resolve("home"), here);
    Path own = write(here.resolve("deep"), CODE);

    assertThat(mistake(here.resolve("s.yaml"), strict())).isEqualTo(NO_CODE);
    assertThat(mistake(here.resolve("folder/s.yaml"), strict())).isEqualTo(NO_CODE);
    assertThatCode(() -> read(own, Trust.below(root.resolve("home")))).doesNotThrowAnyException();
  }

  @Test
  void dots_leadNowhere() throws IOException {
    Path foreign = write(there, CODE);
    Path sameNameButLonger = write(Files.createDirectories(root.resolve("here-too")), CODE);

    assertThat(mistake(here.resolve("../there/s.yaml"), strict())).isEqualTo(NO_CODE);
    assertThat(mistake(sameNameButLonger, strict())).isEqualTo(NO_CODE);
    assertThat(mistake(foreign, Trust.below(here.resolve("..").resolve("here"))))
        .isEqualTo(NO_CODE);
  }

  @Test
  void aStrangersScenario_namesFilesBesideOrBelowItself() throws IOException {
    for (String file : List.of("t.log", "deep/t.log", "deep/../t.log", "./t.log")) {
      Path foreign = write(there, replaying(file));
      assertThatCode(() -> read(foreign, strict())).as(file).doesNotThrowAnyException();
    }
    String absolute = there.resolve("t.log").toString();
    Path foreign = write(there, replaying(absolute));
    assertThatCode(() -> read(foreign, strict())).doesNotThrowAnyException();
  }

  @Test
  void aStrangersScenario_namesNothingElse_andLearnsNotWhetherItIsThere() throws IOException {
    for (String file :
        List.of(
            "../t.log",
            "../no-such-file",
            "../here/t.log",
            here.resolve("t.log").toString(),
            "/etc/passwd",
            "/no/such/file",
            "deep/../../t.log",
            "..")) {
      Path foreign = write(there, replaying(file));
      assertThat(mistake(foreign, strict())).isEqualTo("'" + file + "' " + OUTSIDE);
      assertThat(mistake(foreign, strict().allowing(true, false))).endsWith(OUTSIDE);
    }
    Path foreign = write(there, replaying("../t.log"));
    assertThatCode(() -> read(foreign, strict().allowing(false, true))).doesNotThrowAnyException();
  }

  @Test
  void linksBesideAStrangersScenario_leadNowhere() throws IOException {
    Files.createSymbolicLink(there.resolve("link.log"), here.resolve("t.log"));
    Files.createSymbolicLink(there.resolve("up"), root);
    Files.createSymbolicLink(there.resolve("fine.log"), there.resolve("deep/t.log"));

    assertThat(mistake(write(there, replaying("link.log")), strict())).endsWith(OUTSIDE);
    assertThat(mistake(write(there, replaying("up/t.log")), strict())).endsWith(OUTSIDE);
    Path fine = write(there, replaying("fine.log"));
    assertThatCode(() -> read(fine, strict())).doesNotThrowAnyException();
  }

  @Test
  void aScenarioOfOnesOwn_namesFilesBelowTheWorkingFolder() throws IOException {
    Path own = write(here.resolve("deep"), replaying("../t.log"));
    assertThatCode(() -> read(own, strict())).doesNotThrowAnyException();

    Path further = write(here.resolve("deep"), replaying("../../t.log"));
    assertThat(mistake(further, strict())).endsWith(OUTSIDE);
  }

  @Test
  void aLinkToAStrangersScenario_namesFilesOfTheStranger() throws IOException {
    write(there, replaying("t.log"));
    Files.createSymbolicLink(here.resolve("s.yaml"), there.resolve("s.yaml"));

    assertThat(mistake(here.resolve("s.yaml"), strict())).endsWith(OUTSIDE);
  }

  @Test
  void classPath_isAFileLikeOthers() throws IOException {
    Path own = write(here, CODE.replace("class: io", "class-path: [../there], class: io"));

    assertThat(mistake(own, strict())).isEqualTo("'../there' " + OUTSIDE);
    assertThatCode(() -> read(own, strict().allowing(false, true))).doesNotThrowAnyException();
  }

  @Test
  void theMistake_saysWhereAndWhatToDo() throws IOException {
    Path foreign = write(there, replaying("/etc/passwd"));
    ScenarioException e =
        catchThrowableOfType(ScenarioException.class, () -> read(foreign, strict()));

    assertThat(e.render())
        .isEqualTo(
            """
            s.yaml:7:24: error: '/etc/passwd' lies outside of the folder of this scenario
                  - replay: { iolog: '/etc/passwd', map: { a: a } }
                                     ^
              hint: put it beside or below the scenario, or allow it: --allow-files"""
                .replace("                  - replay", "      - replay"));
  }

  @Test
  void whatACapsuleElsewhereNeeds_isKnown() throws Exception {
    Path own = write(here.resolve("deep"), replaying("../t.log"));
    try (Scenario scenario = Scenarios.read(ScenarioSource.file(own, "s.yaml"))) {
      Dependencies needs = scenario.needs();
      assertThat(needs.filesAllowedFrom(here.resolve("failures/c.yaml"), strict())).isTrue();
      assertThat(needs.filesAllowedFrom(there.resolve("c.yaml"), strict())).isFalse();
      assertThat(needs.codeAllowedFrom(there.resolve("c.yaml"), strict())).isTrue();
    }
  }
}
