package io.dmio.cli;

import io.dmio.run.CommandWords;
import io.dmio.run.MistakeException;
import io.dmio.run.OpenedScenario;
import io.dmio.run.ScenarioRequest;
import io.dmio.run.ShellWord;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.Shipped;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.source.Trust;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the scenarios that the caller named: files, shipped scenarios, folders. */
final class ScenarioFiles {

  private final Terminal terminal;
  private final Given given;
  private final Permissions permissions;

  /** Of scenarios of which nothing is said and nothing allowed. */
  ScenarioFiles(Terminal terminal) {
    this(terminal, new Given(Map.of(), List.of()));
  }

  /** Of scenarios that may do what the caller allows. */
  ScenarioFiles(Terminal terminal, Given given) {
    this.terminal = terminal;
    this.given = given;
    this.permissions = Permissions.of(given);
  }

  /**
   * What the caller's words stand for, in order: a folder for all scenarios in it, and everything
   * else for itself. A folder without scenarios stays as it is, and cannot be opened.
   */
  List<String> expand(List<String> names) throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      Path path = terminal.resolve(name);
      boolean folder = Files.isDirectory(path) && Shipped.find(name).isEmpty();
      List<String> inside = folder ? inFolder(name, path) : List.of();
      found.addAll(inside.isEmpty() ? List.of(name) : inside);
    }
    return found;
  }

  /**
   * Reads one scenario.
   *
   * @throws MistakeException if there is no such file or shipped scenario
   */
  GuardedScenario open(String name) throws IOException, ScenarioException {
    return open(name, List.of());
  }

  /**
   * Reads one scenario as if it had been changed.
   *
   * @throws MistakeException if there is no such file or shipped scenario
   */
  GuardedScenario open(String name, List<Change> changes) throws IOException, ScenarioException {
    Path path = terminal.resolve(name);
    boolean file = Files.isRegularFile(path);
    OpenedScenario opened =
        ScenarioRequest.of(name, file ? file(name, path) : shipped(name))
            .with(changes)
            .trusting(file ? permissions.trust(terminal) : Trust.ALL)
            .spelled(new CommandWords(terminal.spelling(), permissions.arguments()))
            .open();
    Scenario scenario = opened.scenario();
    return new GuardedScenario(
        opened,
        permissions,
        CodeGuard.over(terminal, name, scenario, permissions, again(name, changes, scenario)));
  }

  /** Whether what cannot be opened could be by another dmio. */
  boolean isForAnotherDmio(String name) throws IOException, ScenarioException {
    Path path = terminal.resolve(name);
    return Scenarios.isForAnotherDmio(Files.isRegularFile(path) ? file(name, path) : shipped(name));
  }

  /** The command that runs it once more, when a run has come to nothing. */
  private String again(String name, List<Change> changes, Scenario scenario) {
    String seed = given.text("--seed");
    String exhibit = given.text("--exhibit");
    boolean capsule = scenario.capsule() != null && seed == null && changes.isEmpty();
    List<String> words = new ArrayList<>();
    words.addAll(List.of(terminal.spelling(), capsule ? "replay" : "run", name));
    if (seed != null) {
      words.addAll(List.of("--seed", seed));
    }
    for (Change change : changes) {
      words.addAll(List.of(change.name(), change.argument()));
    }
    if (exhibit != null) {
      words.addAll(List.of("--exhibit", exhibit));
    }
    return ShellWord.line(words.toArray(new String[0])) + permissions.arguments();
  }

  private ScenarioSource shipped(String name) throws IOException {
    Path installed = installed(name);
    if (installed != null) {
      int depth = installed.getNameCount();
      String theme = installed.getName(depth - 2).toString();
      return ScenarioSource.file(installed, "catalog/" + theme + "/" + name + ".yaml");
    }
    Optional<Shipped.Item> shipped = Shipped.find(name);
    if (shipped.isPresent()) {
      return shipped.get().source();
    }
    throw new MistakeException(missing(name, terminal.resolve(name)));
  }

  /** The shipped scenario in the folder that dmio lies in: quicker than looking through a jar. */
  private @Nullable Path installed(String name) throws IOException {
    Path home = terminal.home();
    Path catalog = home == null ? null : home.resolve("scenarios").resolve("catalog");
    if (catalog == null || !Files.isDirectory(catalog) || !isPlainName(name)) {
      return null;
    }
    try (DirectoryStream<Path> themes = Files.newDirectoryStream(catalog)) {
      for (Path theme : themes) {
        Path file = theme.resolve(name + ".yaml");
        if (Files.isRegularFile(file)) {
          return file;
        }
      }
    }
    return null;
  }

  /** Only such names are shipped; others could lead out of the folder. */
  private static boolean isPlainName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static ScenarioSource file(String name, Path path) throws IOException {
    long size = Files.size(path);
    if (size > ScenarioSource.MOST_BYTES) {
      throw new MistakeException(
          "'"
              + name
              + "' has "
              + size
              + " bytes: no scenario is read beyond "
              + ScenarioSource.MOST_BYTES);
    }
    return ScenarioSource.file(path, name);
  }

  private static String missing(String name, Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return inFolder(name, path).isEmpty()
          ? "nothing to do: there is no scenario (*.yaml) in the folder '" + name + "'"
          : "'" + name + "' is a folder, and one scenario is needed";
    }
    if (Files.exists(path)) {
      return "'" + name + "' is not an ordinary file";
    }
    return "there is no file and no shipped scenario '"
        + name
        + "': "
        + Guess.hint(name, shippedNames(), "'dmio list scenarios' shows the shipped ones");
  }

  private static List<String> inFolder(String name, Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
          .map(file -> Path.of(name).resolve(folder.relativize(file)).toString())
          .sorted()
          .toList();
    }
  }

  private static List<String> shippedNames() throws IOException {
    return Shipped.list().stream().map(Shipped.Item::name).toList();
  }
}
