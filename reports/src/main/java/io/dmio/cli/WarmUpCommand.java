package io.dmio.cli;

import io.dmio.scenario.Shipped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Does a little of everything and says nothing: the launcher starts it to learn which classes a run
 * needs.
 */
final class WarmUpCommand implements Command {

  private final Terminal terminal;

  WarmUpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(Commands.WARM_UP, "For the launcher; prints nothing.").hide();
  }

  @Override
  public ExitCode run(Given given) throws IOException {
    Path scratch = Files.createTempDirectory("dmio-warm-up");
    try {
      Terminal silent = silent(scratch);
      for (String name : Shipped.list().stream().map(Shipped.Item::name).limit(3).toList()) {
        Dmio.execute(silent, "run", name);
        Dmio.execute(silent, "run", name, "--json");
        Dmio.execute(silent, "explain", name);
        Dmio.execute(silent, "validate", name);
      }
      Dmio.execute(silent, "run", "wrong-expectation");
      Dmio.execute(silent, "run", "one-bad-region", "--report", "report");
      Dmio.execute(silent, "run", "--help");
      Dmio.execute(silent, "run", "b01-int-truncation", "--exhibit", "B01");
      return ExitCode.HELD;
    } finally {
      delete(scratch);
    }
  }

  private Terminal silent(Path directory) {
    Output nowhere = Output.complaints(OutputStream.nullOutputStream());
    return new Terminal(
        nowhere, nowhere, directory, terminal.home(), terminal.spelling(), false, false);
  }

  private static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(folder)) {
      paths = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
