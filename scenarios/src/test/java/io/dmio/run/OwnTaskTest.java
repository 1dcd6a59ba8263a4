package io.dmio.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.workload.Host;
import io.dmio.workload.Task;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are given as objects, lambdas, or classes of the caller's own loader. */
final class OwnTaskTest {

  private static final String TEXT =
      """
      dmio: 1
      scenario: own
      devices:
        a: { size: 1MiB, latency: 80us }
      tasks:
        first: [ { get: 8 }, { write: a@0+8, id: w }, { put: 8 } ]
      """;

  private static final String WITH_CLASS =
      """
      dmio: 1
      scenario: own
      devices:
        a: { size: 1MiB, latency: 80us }
      tasks:
        first: [ { java: { class: outside.Counter } } ]
      """;

  private static final String COUNTER =
      """
      package outside;

      public final class Counter implements io.dmio.workload.Task {
        @Override
        public void start(io.dmio.workload.Host host) {
          host.finish();
        }
      }
      """;

  @TempDir Path folder;

  /** Remembers when it was started. */
  private static final class Clock implements Task {

    private final List<Long> starts = new ArrayList<>();

    @Override
    public void start(Host host) {
      starts.add(host.now());
      host.finish();
    }
  }

  @Test
  void lambda_runsBesideTheTasksOfTheText() throws Exception {
    List<String> heard = new ArrayList<>();
    try (OpenedScenario scenario =
        ScenarioRequest.text("own.yaml", TEXT)
            .task(
                "second",
                () ->
                    host -> {
                      heard.add("started");
                      host.finish();
                    })
            .open()) {
      JudgedRun run = scenario.run(RunSettings.DEFAULT);
      assertThat(run.held()).isTrue();
      assertThat(run.result().totals().calls()).isEqualTo(1);
      assertThat(heard).containsExactly("started");
      scenario.run(RunSettings.DEFAULT);
      assertThat(heard).hasSize(2);
    }
  }

  @Test
  void object_takesThePlaceOfATask_andItsStateIsReadAfterwards() throws Exception {
    Clock clock = new Clock();
    try (OpenedScenario scenario =
        ScenarioRequest.text("own.yaml", TEXT).task("first", () -> clock).open()) {
      JudgedRun run = scenario.run(RunSettings.DEFAULT);
      assertThat(run.held()).isTrue();
      assertThat(run.result().totals().calls()).isZero();
      assertThat(clock.starts).hasSize(1);
    }
  }

  @Test
  void whatATaskThrows_isAFailureThatNamesIt() throws Exception {
    try (OpenedScenario scenario =
        ScenarioRequest.text("own.yaml", TEXT)
            .task(
                "broken",
                () ->
                    host -> {
                      throw new IllegalStateException("no page");
                    })
            .open()) {
      JudgedFailure failure = scenario.run(RunSettings.DEFAULT).failures().get(0);
      assertThat(failure.task()).isEqualTo("broken");
      assertThat(failure.message()).contains("no page");
      assertThat(failure.place()).hasToString("own.yaml");
    }
  }

  @Test
  void class_comesFromTheCallersLoader() throws Exception {
    Map<String, byte[]> compiled = Map.of("outside.Counter", compile("outside.Counter", COUNTER));
    ClassLoader loader = new InMemoryLoader(compiled, getClass().getClassLoader());
    try (OpenedScenario scenario =
        ScenarioRequest.text("own.yaml", WITH_CLASS).classes(loader).open()) {
      assertThat(scenario.run(RunSettings.DEFAULT).held()).isTrue();
    }
    assertThatThrownBy(() -> ScenarioRequest.text("own.yaml", WITH_CLASS).open())
        .hasMessageContaining("there is no class 'outside.Counter'");
  }

  private byte[] compile(String name, String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    List<String> options =
        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    assertThat(compiler.getTask(null, null, null, options, null, List.of(file)).call()).isTrue();
    return Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"));
  }

  /** Knows classes that are nowhere else. */
  private static final class InMemoryLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    InMemoryLoader(Map<String, byte[]> classes, ClassLoader parent) {
      super(parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
