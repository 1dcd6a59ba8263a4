package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.run.SourceLocation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dmio says to the workflow of a CI server, and to readers of JUnit's XML. */
final class WorkflowTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(Workflow workflow, String... arguments) throws Exception {
    Files.writeString(folder.resolve("failing.yaml"), Caller.FAILING);
    Files.writeString(folder.resolve("passing.yaml"), Caller.PASSING);
    Files.writeString(folder.resolve("wrong.yaml"), "dmio: 1\nscenario: wrong\nsede: 1\n");
    Terminal terminal =
        new Terminal(
            Output.results(out),
            Output.complaints(err),
            folder,
            null,
            "dmio",
            false,
            false,
            workflow);
    return Dmio.execute(terminal, arguments);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  @Test
  void failures_areAnnotatedAtTheirLines_besidesWhatProgramsRead() throws Exception {
    assertThat(run(new Workflow(true, null, null), "run", "failing.yaml", "--json")).isEqualTo(1);
    assertThat(text(err))
        .contains("::error file=failing.yaml,line=7,col=")
        .contains("title=dmio%3A expect::");
    assertThat(text(out)).doesNotContain("::error");
  }

  @Test
  void mistakes_areAnnotatedToo() throws Exception {
    assertThat(run(new Workflow(true, null, null), "validate", "wrong.yaml")).isEqualTo(2);
    assertThat(text(err))
        .contains("::error file=wrong.yaml,line=3,col=1,title=dmio%3A mistake::unknown key 'sede'");
  }

  @Test
  void annotation_escapesLinesAndPercent_andInItsPropertiesColonsAndCommas() {
    Terminal terminal =
        new Terminal(
            Output.results(out),
            Output.complaints(err),
            folder,
            null,
            "dmio",
            false,
            false,
            Workflow.NONE);
    new Workflow(true, null, null)
        .error(
            terminal,
            new SourceLocation("a,b:c%.yaml", 3, 4),
            "t: 1, 2",
            "100% of\r\nlines, all: bad");
    terminal.flush();

    assertThat(text(err))
        .isEqualTo(
            "::error file=a%2Cb%3Ac%25.yaml,line=3,col=4,title=t%3A 1%2C 2::"
                + "100%25 of%0D%0Alines, all: bad"
                + System.lineSeparator());
  }

  @Test
  void annotation_namesTheFileFromTheRepository_whereverTheStepRuns() throws Exception {
    Workflow inside = new Workflow(true, null, folder.toAbsolutePath().getParent());
    String name = folder.getFileName().toString();
    run(inside, "run", folder.resolve("failing.yaml").toAbsolutePath().toString());
    assertThat(text(err)).contains("::error file=" + name + "/failing.yaml,line=7");

    err.reset();
    run(inside, "run", "failing.yaml");
    assertThat(text(err)).contains("::error file=" + name + "/failing.yaml,line=7");

    err.reset();
    run(new Workflow(true, null, folder.resolve("elsewhere")), "run", "failing.yaml");
    assertThat(text(err)).contains("::error file=failing.yaml,line=7");
  }

  @Test
  void withoutAWorkflow_nothingIsAnnotated() throws Exception {
    run(Workflow.NONE, "run", "failing.yaml");
    assertThat(text(err)).doesNotContain("::error");
  }

  @Test
  void summary_hasARowForEveryScenario_behindWhatIsThere() throws Exception {
    Path summary = folder.resolve("summary.md");
    Files.writeString(summary, "before\n");
    run(new Workflow(true, summary, null), "run", "failing.yaml", "passing.yaml", "wrong.yaml");
    assertThat(Files.readAllLines(summary))
        .startsWith("before", "| scenario | verdict | seed | fingerprint | failures |")
        .anyMatch(line -> line.startsWith("| failing | failed | 0x1 |"))
        .anyMatch(line -> line.startsWith("| passing | passed | 0x1 |"))
        .contains("| wrong.yaml | could not be run | | | |");
  }

  @Test
  void junit_hasACaseForEveryScenario_andAnErrorForWhatCannotBeRun() throws Exception {
    int code =
        run(
            Workflow.NONE,
            "run",
            "failing.yaml",
            "passing.yaml",
            "wrong.yaml",
            "--junit",
            "x/junit.xml");
    assertThat(code).isEqualTo(2);
    String xml = Files.readString(folder.resolve("x/junit.xml"));
    assertThat(xml).contains("tests=\"3\" failures=\"1\" errors=\"1\"");
    assertThat(xml)
        .contains("name=\"wrong.yaml\"")
        .contains("unknown key")
        .contains("dmio replay failures/");
  }

  @Test
  void environment_tellsOfAWorkflow() {
    assertThat(Workflow.of(Map.of())).isEqualTo(Workflow.NONE);
    assertThat(Workflow.of(Map.of("GITHUB_STEP_SUMMARY", "x"))).isEqualTo(Workflow.NONE);
    assertThat(Workflow.of(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", "x")))
        .isEqualTo(new Workflow(true, Path.of("x"), null));
    assertThat(Workflow.of(Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "w")))
        .isEqualTo(new Workflow(true, null, Path.of("w")));
  }

  @Test
  void tooLittleMemory_isNoDefect_andSaysWhatHelps() {
    Terminal terminal =
        new Terminal(
            Output.results(out), Output.complaints(err), folder, null, "dmio", false, false);
    assertThat(new Errors(terminal).handle(new OutOfMemoryError("Java heap space")))
        .isEqualTo(ExitCode.MISTAKE);
    terminal.flush();
    assertThat(text(err)).contains("DMIO_JAVA_OPTS=-Xmx").doesNotContain("defect");
  }
}
