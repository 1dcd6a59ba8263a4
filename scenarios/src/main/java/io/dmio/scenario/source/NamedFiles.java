package io.dmio.scenario.source;

import io.dmio.scenario.shape.Located;
import io.dmio.scenario.yaml.Mistakes;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the files that a scenario names, as far as it may name them. */
public final class NamedFiles {

  private final ScenarioSource source;
  private final Trust trust;
  private final boolean own;
  private final List<Path> found = new ArrayList<>();

  /** Finds nothing yet. */
  public NamedFiles(ScenarioSource source, Trust trust) {
    this.source = source;
    this.trust = trust;
    Path file = source.file();
    Path folder = trust.workingFolder();
    this.own = file != null && folder != null && real(file).startsWith(real(folder));
  }

  /** Whether code may run that the scenario names. */
  public boolean mayRunCode() {
    return trust.code() || own;
  }

  /** Whether a scenario in a file of this trust may name everything that was found here. */
  public static boolean allows(List<Path> files, Path scenario, Trust trust) {
    NamedFiles there = new NamedFiles(ScenarioSource.unread(scenario), trust);
    return files.stream().allMatch(there::allows);
  }

  /** Where a file is, whether there is one or not; null after a mistake was reported. */
  public @Nullable Path find(Located<String> name, Mistakes mistakes) {
    Path directory = source.directory();
    if (directory == null) {
      mistakes.report(
          name.at(),
          "a path without a file that it is relative to",
          "copy it: dmio new NAME --from ...");
      return null;
    }
    Path path;
    try {
      path = directory.resolve(name.value()).normalize();
    } catch (InvalidPathException e) {
      mistakes.report(name.at(), "not a path: '" + name.value() + "'", e.getMessage());
      return null;
    }
    if (!allows(path)) {
      mistakes.report(
          name.at(),
          "'" + name.value() + "' lies outside of the folder of this scenario",
          "put it beside or below the scenario, or allow it: --allow-files");
      return null;
    }
    found.add(path);
    return path;
  }

  /** What was found, in the order of the search. */
  public List<Path> found() {
    return List.copyOf(found);
  }

  private boolean allows(Path path) {
    if (trust.files()) {
      return true;
    }
    Path real = real(path);
    Path folder = trust.workingFolder();
    boolean inOwnFolder = own && folder != null && real.startsWith(real(folder));
    return inOwnFolder || real.startsWith(home());
  }

  /** The folder that the scenario really lies in, wherever a link to it may be. */
  private Path home() {
    Path file = source.file();
    Path folder = file == null ? source.directory() : real(file).getParent();
    return folder == null ? real(Path.of("")) : folder;
  }

  /** Without links; of what is not there as far as it is there. */
  private static Path real(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    try {
      return whole.toRealPath();
    } catch (IOException | SecurityException e) {
      Path parent = whole.getParent();
      Path name = whole.getFileName();
      return parent == null || name == null ? whole : real(parent).resolve(name);
    }
  }
}
