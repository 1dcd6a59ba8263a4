package io.dmio.run;

import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.Shipped;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.source.Trust;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.WorldSpec;
import io.dmio.workload.Step;
import io.dmio.workload.Task;
import io.dmio.workload.TaskFactory;
import io.dmio.workload.TaskSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What is to be opened: the text of a scenario, what is to be changed in it, and the code of its
 * user. It does not change; each method returns another one.
 *
 * <pre>{@code
 * try (OpenedScenario scenario = ScenarioRequest.file(Path.of("mirror.yaml"))
 *     .set("limits.time=1s")
 *     .task("writer", Writer::new)
 *     .open()) {
 *   JudgedRun run = scenario.run(RunSettings.ofSeed(7));
 *   if (!run.held()) {
 *     throw new AssertionError(run + System.lineSeparator() + run.replay());
 *   }
 * }
 * }</pre>
 */
public final class ScenarioRequest {

  private static final String SET = "--set";
  private static final String DIALECT = "--dialect";

  private final String spelling;
  private final ScenarioSource source;
  private final List<Change> changes;
  private final Map<String, Supplier<? extends Task>> tasks;
  private final Code code;
  private final CommandWords words;

  /**
   * What code may be run.
   *
   * @param trust what the scenario may do beyond its own text
   * @param classes loads the classes that no {@code class-path} has
   */
  private record Code(Trust trust, ClassLoader classes) {}

  private ScenarioRequest(
      String spelling,
      ScenarioSource source,
      List<Change> changes,
      Map<String, Supplier<? extends Task>> tasks,
      Code code,
      CommandWords words) {
    this.spelling = spelling;
    this.source = source;
    this.changes = List.copyOf(changes);
    this.tasks = new LinkedHashMap<>(tasks);
    this.code = code;
    this.words = words;
  }

  /**
   * A scenario in a file. What it names is found beside the file.
   *
   * @throws IOException if it cannot be read
   */
  public static ScenarioRequest file(Path file) throws IOException {
    return of(file.toString(), ScenarioSource.file(file, file.toString()));
  }

  /**
   * A scenario of which only the text is there. It can name no files.
   *
   * @param name how messages call it, such as {@code mirror.yaml}
   * @param text the YAML
   */
  public static ScenarioRequest text(String name, String text) {
    return of(name, ScenarioSource.text(name, text));
  }

  /**
   * A scenario that comes with dmio.
   *
   * @param name its name, such as {@code one-bad-region}
   * @throws MistakeException if there is none of that name
   * @throws IOException if it cannot be read
   */
  public static ScenarioRequest shipped(String name) throws IOException {
    Shipped.Item item =
        Shipped.find(name)
            .orElseThrow(() -> new MistakeException("there is no shipped scenario '" + name + "'"));
    return of(name, item.source());
  }

  /**
   * A scenario from anywhere.
   *
   * @param spelling how commands that run it again name it
   */
  public static ScenarioRequest of(String spelling, ScenarioSource source) {
    Code code = new Code(Trust.ALL, ScenarioRequest.class.getClassLoader());
    return new ScenarioRequest(spelling, source, List.of(), Map.of(), code, CommandWords.PLAIN);
  }

  /**
   * With another value for a key, as {@code --set} changes it.
   *
   * @param keyAndValue {@code KEY=VALUE}, such as {@code devices.b.latency=nvme}
   * @throws IllegalArgumentException if it is not that; whether there is such a key is told when
   *     the scenario is opened
   */
  public ScenarioRequest set(String keyAndValue) {
    return with(List.of(Change.set(SET, keyAndValue)));
  }

  /** In another dialect of the engine, {@code classic} or {@code linux-6.1}. */
  public ScenarioRequest dialect(String dialect) {
    return with(List.of(Change.dialect(DIALECT, dialect)));
  }

  /** With these changes after those that there are. */
  public ScenarioRequest with(List<Change> more) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(more);
    return new ScenarioRequest(spelling, source, all, tasks, code, words);
  }

  /**
   * With a task in Java. It takes the place of the task of that name in the text, and its boot; if
   * there is none, it is a further task of the first boot.
   *
   * <p>The supplier is asked each time that the task starts: for every run, for every state of a
   * power cut, and for what makes a run again. So it should return a new task each time; one that
   * returns the same task lets a test read that one's state after a single run.
   *
   * @param name its name; calls and failures have it
   * @param supplier a constructor, or a lambda that returns a task or a lambda
   */
  public ScenarioRequest task(String name, Supplier<? extends Task> supplier) {
    Map<String, Supplier<? extends Task>> all = new LinkedHashMap<>(tasks);
    all.put(name, supplier);
    return new ScenarioRequest(spelling, source, changes, all, code, words);
  }

  /** With the classes of the scenario's {@code java} steps that no {@code class-path} has. */
  public ScenarioRequest classes(ClassLoader loader) {
    Code other = new Code(code.trust(), loader);
    return new ScenarioRequest(spelling, source, changes, tasks, other, words);
  }

  /** With what the scenario may do beyond its own text; everything, unless it is told. */
  public ScenarioRequest trusting(Trust trust) {
    Code other = new Code(trust, code.classes());
    return new ScenarioRequest(spelling, source, changes, tasks, other, words);
  }

  /** With commands that are spelled like this. */
  public ScenarioRequest spelled(CommandWords other) {
    return new ScenarioRequest(spelling, source, changes, tasks, code, other);
  }

  /**
   * Reads it. No code of the user runs before the scenario does.
   *
   * @throws ScenarioException with everything that is wrong with the text and the changes, with
   *     line and column
   * @throws HeapException if the memory of Java does not suffice
   */
  public OpenedScenario open() throws ScenarioException {
    try {
      Scenario scenario = Scenarios.read(source, changes, code.trust(), code.classes());
      return new OpenedScenario(spelling, changes, withTasks(scenario), words);
    } catch (OutOfMemoryError exhausted) {
      throw new HeapException(spelling, exhausted);
    }
  }

  private Scenario withTasks(Scenario scenario) {
    if (tasks.isEmpty()) {
      return scenario;
    }
    WorldSpec world = scenario.world();
    List<TaskSpec> all = new ArrayList<>(world.tasks());
    tasks.forEach(
        (name, supplier) -> {
          TaskFactory factory = TaskFactory.of(supplier, scenario.needs().running());
          place(all, name, new Step.Java(name, factory));
        });
    return scenario.withWorld(world.withTasks(all));
  }

  private static void place(List<TaskSpec> all, String name, Step step) {
    for (TaskSpec task : all) {
      if (task.name().equals(name)) {
        all.set(task.id(), new TaskSpec(task.id(), name, task.boot(), List.of(step)));
        return;
      }
    }
    all.add(new TaskSpec(all.size(), name, List.of(step)));
  }
}
