package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
    Path file = folder.resolve("src").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "public class "
            + name
            + " implements io.dmio.workload.Task { "
            + body
            + " public void start(io.dmio.workload.Host host) { host.finish(); } }");
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
    assertThat(mistake("{ class: Mapped, class-path: [classes] }"))
        .startsWith("5:25: the constructor of 'Mapped' throws java.lang.NullPointerException");
    assertThat(mistake("{ class: Broken, class-path: [classes] }"))
        .startsWith("5:25: the class 'Broken' cannot be loaded");
  }
}
