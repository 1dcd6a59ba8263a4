package io.dmio.scenario;

import io.dmio.scenario.source.NamedFiles;
import io.dmio.scenario.source.RunningCode;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.source.Trust;
import io.dmio.scenario.step.UserClasses;
import java.nio.file.Path;
import java.util.List;

/** What a scenario needs besides its text: the files that it names, and code of its user. */
public final class Dependencies implements AutoCloseable {

  private final NamedFiles files;
  private final UserClasses classes;
  private final RunningCode running = new RunningCode();

  Dependencies(ScenarioSource source, Trust trust, ClassLoader parent) {
    files = new NamedFiles(source, trust);
    classes = new UserClasses(files, running, parent);
  }

  /** The files that the scenario names, in the order of its text. */
  public List<Path> files() {
    return files.found();
  }

  /** Whether code of the user runs with it. */
  public boolean runsCode() {
    return classes.any();
  }

  /** Code of the user that runs just now. */
  public RunningCode running() {
    return running;
  }

  /** Whether the scenario could name its files from another place without being allowed to. */
  public boolean filesAllowedFrom(Path scenario, Trust trust) {
    return NamedFiles.allows(files(), scenario, trust);
  }

  /** Whether its code could run from another place without being allowed to. */
  public boolean codeAllowedFrom(Path scenario, Trust trust) {
    return !runsCode() || new NamedFiles(ScenarioSource.unread(scenario), trust).mayRunCode();
  }

  NamedFiles named() {
    return files;
  }

  UserClasses classes() {
    return classes;
  }

  @Override
  public void close() {
    classes.close();
  }
}
