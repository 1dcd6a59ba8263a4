package io.dmio.scenario.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.check.Failure;
import io.dmio.scenario.Capsules;
import io.dmio.scenario.CapsulesTest;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.RunningCode;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.Verdict;
import io.dmio.workload.Step;
import io.dmio.workload.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UserTaskTest {

  /** Where a class says which Java it is for: the upper byte of its version. */
  private static final int MAJOR_VERSION = 6;

  @TempDir private Path folder;

  @BeforeEach
  void compileTheUsersClasses() throws IOException {
    compile("Plain", "public Plain() {}");
    compile(
        "Mapped",
        "public Mapped(java.util.Map<String, String> with) { with.get(\"a\").length(); }");
    compile("Hidden", "Hidden() {}");
    compile(
        "Broken", "static { if (true) throw new RuntimeException(\"no\"); } public Broken() {}");
  }

  private void compile(String name, String body) throws IOException {
    compile(name, body, "host.finish();");
  }

  private void compile(String name, String body, String start) throws IOException {
    Path file = folder.resolve("src").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "public class "
            + name
            + " implements io.dmio.workload.Task { "
            + body
            + " public void start(io.dmio.workload.Host host) { "
            + start
            + " } }");
    Path target = Files.createDirectories(folder.resolve("classes"));
    String classPath = System.getProperty("java.class.path");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", target.toString(), file.toString());
    assertThat(result).isZero();
  }

  private Scenario read(String java) throws IOException, ScenarioException {
    Path file = folder.resolve("t.yaml");
    Files.writeString(
        file,
        "dmio: 1\nscenario: t\ndevices: { a: { size: 1MiB } }\ntasks:\n  t: [ { java: "
            + java
            + " } ]\n");
    return Scenarios.read(file);
  }

  private String mistake(String java) {
    ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> read(java).close());
    assertThat(e.mistakes()).hasSize(1);
    Mistake mistake = e.mistakes().get(0);
    return mistake.line() + ":" + mistake.column() + ": " + mistake.message();
  }

  @Test
  void eachRun_getsAFreshTask() throws Exception {
    try (Scenario scenario = read("{ class: Plain, class-path: [classes] }")) {
      Step.Java step = (Step.Java) scenario.world().tasks().get(0).steps().get(0);
      Task first = step.factory().create();

      assertThat(step.id()).isEqualTo("t.1");
      assertThat(first.getClass().getName()).isEqualTo("Plain");
      assertThat(step.factory().create()).isNotSameAs(first);
    }
  }

  @Test
  void equalText_givesEqualWorlds() throws Exception {
    try (Scenario one = read("{ class: Mapped, class-path: [classes], with: { a: x, b: y } }");
        Scenario two = read("{ with: { b: y, a: x }, class-path: [classes], class: Mapped }");
        Scenario three = read("{ with: { b: y, a: z }, class-path: [classes], class: Mapped }")) {
      assertThat(one.world()).isEqualTo(two.world()).isNotEqualTo(three.world());
    }
  }

  @Test
  void aCapsuleElsewhere_findsTheClasses() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("some/failures"));
    Path file = elsewhere.resolve("capsule.yaml");
    try (Scenario origin = read("{ class: Plain, class-path: [classes] }")) {
      Files.writeString(
          file, Capsules.write(origin, CapsulesTest.passed(), "dmio 1", null, elsewhere));
    }

    try (Scenario capsule = Scenarios.read(file)) {
      assertThat(capsule.lines()).anyMatch(line -> line.contains("'../../classes'"));
      assertThat(capsule.world().tasks()).hasSize(1);
    }
  }

  @Test
  void whatCannotBeLoaded_isAMistakeOfTheFile() {
    assertThat(mistake("{ class: Plian, class-path: [classes] }"))
        .isEqualTo("5:25: there is no class 'Plian'");
    assertThat(mistake("{ class: Plain, class-path: [clases] }"))
        .isEqualTo("5:45: there is no 'clases'");
    assertThat(mistake("{ class: Hidden, class-path: [classes] }"))
        .isEqualTo("5:25: 'Hidden' has no public constructor to call");
    assertThat(mistake("{ class: Plain, class-path: [classes], with: { a: x } }"))
        .isEqualTo("5:25: 'Plain' has no public constructor for 'with'");
    assertThat(mistake("{ class: java.lang.String }"))
        .isEqualTo("5:25: 'java.lang.String' is not a task");
    assertThat(mistake("{ class: io.dmio.workload.Task }"))
        .isEqualTo("5:25: 'io.dmio.workload.Task' is not a task");
  }

  @Test
  void classOfANewerJava_isAMistakeThatSaysSo() throws IOException {
    Path file = folder.resolve("classes/Plain.class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[MAJOR_VERSION] = 1;
    Files.write(file, bytes);

    assertThat(mistake("{ class: Plain, class-path: [classes] }"))
        .startsWith("5:25: the class 'Plain' is compiled for a newer Java");
  }

  @Test
  void whatIsNoClass_isAMistake() throws IOException {
    Files.writeString(folder.resolve("classes/Plain.class"), "no class");

    assertThat(mistake("{ class: Plain, class-path: [classes] }"))
        .startsWith("5:25: the class 'Plain' cannot be loaded");
  }

  @Test
  void reading_runsNothingOfTheUsers() throws Exception {
    try (Scenario broken = read("{ class: Broken, class-path: [classes] }");
        Scenario mapped = read("{ class: Mapped, class-path: [classes] }")) {
      assertThat(broken.needs().runsCode()).isTrue();
      assertThat(mapped.needs().files()).containsExactly(folder.resolve("classes"));
    }
  }

  @Test
  void constructorsAndInitialisers_thatThrow_areBugsOfTheUser() throws Exception {
    assertThat(failure("{ class: Mapped, class-path: [classes] }"))
        .isEqualTo(
            "bug: the code of task t threw java.lang.NullPointerException: Cannot invoke"
                + " \"String.length()\" because the return value of"
                + " \"java.util.Map.get(Object)\" is null, at Mapped.<init>(Mapped.java:1)");
    assertThat(failure("{ class: Broken, class-path: [classes] }"))
        .isEqualTo(
            "bug: the code of task t threw java.lang.ExceptionInInitializerError, because of"
                + " java.lang.RuntimeException: no, at Broken.<clinit>(Broken.java:1)");
  }

  @Test
  void checkedExceptionOfAConstructor_isSaidAsItIs() throws Exception {
    compile("Checked", "public Checked() throws Exception { throw new Exception(\"gone\"); }");

    assertThat(failure("{ class: Checked, class-path: [classes] }"))
        .isEqualTo(
            "bug: the code of task t threw java.lang.Exception: gone, at"
                + " Checked.<init>(Checked.java:1)");
  }

  @Test
  void anotherThread_mayNotUseTheHost() throws Exception {
    compile(
        "Threads",
        "public Threads() {}",
        "Thread other = new Thread(() -> { try { host.finish(); } catch (RuntimeException e) {"
            + " host.fail(e.getMessage()); } });"
            + " String[] said = new String[1];"
            + " other.setUncaughtExceptionHandler((t, e) -> said[0] = e.getMessage());"
            + " other.start(); try { other.join(); } catch (InterruptedException e) {}"
            + " host.fail(said[0]); host.finish();");

    assertThat(failure("{ class: Threads, class-path: [classes] }"))
        .isEqualTo("expect: it called fail in a thread of its own: a run has one thread");
  }

  @Test
  void codeThatRuns_canBeSeenFromOutside_whileItRuns() {
    RunningCode running = new RunningCode();
    running.entered();
    running.entered();
    RunningCode.Entry inner = running.entries().get(0);
    running.left();
    RunningCode.Entry outer = running.entries().get(0);
    running.left();
    running.entered();

    assertThat(inner.number()).isEqualTo(1);
    assertThat(outer).isEqualTo(new RunningCode.Entry(Thread.currentThread(), 1, 1));
    assertThat(running.entries().get(0).number()).isEqualTo(2);
    running.left();
    assertThat(running.entries()).isEmpty();
  }

  private String failure(String java) throws IOException, ScenarioException {
    try (Scenario scenario = read(java)) {
      RunResult result = Testbed.run(scenario.world(), RunOptions.PLAIN);
      assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
      Failure first = result.failures().get(0);
      return first.check().text() + ": " + first.message();
    }
  }
}
