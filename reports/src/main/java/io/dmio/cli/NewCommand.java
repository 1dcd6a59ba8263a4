package io.dmio.cli;

import io.dmio.files.OwnFile;
import io.dmio.run.MistakeException;
import io.dmio.run.ShellWord;
import io.dmio.scenario.Template;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a scenario to begin with. */
final class NewCommand implements Command {

  private static final String FROM = "--from";

  private final Terminal terminal;

  NewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command("new", "Write NAME.yaml, a scenario to begin with.")
        .addPositional(Declare.name("NAME", "The scenario's name: a-z, 0-9 and -."))
        .addOption(Declare.value(FROM, "SHIPPED", "Begin with this shipped scenario."))
        .addOption(Declare.force())
        .addOptions(Permissions.reading());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    String name = given.name();
    String file = name.endsWith(".yaml") ? name : name + ".yaml";
    Path target = terminal.resolve(file);
    OwnFile scenario = new OwnFile(target, null, given.has(Declare.FORCE));
    scenario.demandOwn();
    Path last = target.getFileName();
    String stem = String.valueOf(last).replaceFirst("\\.yaml$", "");
    scenario.write(text(stem, given));
    terminal.out().println("wrote " + file);
    terminal.out().println(ShellWord.line(terminal.spelling(), "run", file));
    return ExitCode.HELD;
  }

  private String text(String name, Given given) throws IOException, ScenarioException {
    String from = given.text(FROM);
    try {
      if (from == null) {
        return Template.fresh(name);
      }
      try (GuardedScenario scenario = new ScenarioFiles(terminal, given).open(from)) {
        return Template.copy(scenario.opened().scenario(), name);
      }
    } catch (IllegalArgumentException noName) {
      throw new MistakeException(String.valueOf(noName.getMessage()));
    }
  }
}
