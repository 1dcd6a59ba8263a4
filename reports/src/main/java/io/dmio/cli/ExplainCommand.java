package io.dmio.cli;

import io.dmio.run.JudgedRun;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RunSettings;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;

/** Tells a run as a short story. */
final class ExplainCommand implements Command {

  private final Terminal terminal;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Syntax syntax() {
    return Declare.command(
            "explain", "Tell a run as a short story: which bio failed, therefore which bit is set.")
        .addPositional(
            Declare.name("FILE|NAME|CAPSULE", "A scenario's file, a shipped one, or a capsule."))
        .addOption(Declare.seed())
        .addOption(StateOption.declare())
        .addOption(
            Declare.flag(
                "--counterfactual",
                "Tell as well what would have happened without each fault that has fired."))
        .addOptions(Permissions.running());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    try (GuardedScenario scenario = new ScenarioFiles(terminal, given).open(given.name())) {
      OpenedScenario opened = scenario.opened();
      RunSettings how =
          opened.asRecorded(StateOption.of(terminal, given).runOnce(given.number("--seed"), null));
      JudgedRun run = opened.run(how, LogMode.FULL, RunListener.NONE);
      run.story().forEach(terminal.out()::println);
      if (given.has("--counterfactual")) {
        run.counterfactual().forEach(terminal.out()::println);
      }
      return ExitCode.of(run);
    }
  }
}
