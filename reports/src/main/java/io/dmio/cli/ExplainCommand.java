package io.dmio.cli;

import io.dmio.run.Counterfactual;
import io.dmio.run.OpenedScenario;
import io.dmio.run.RunSettings;
import io.dmio.sim.LogMode;
import io.dmio.story.Explanation;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.WorldSpec;

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
      RunSettings how = OneRun.of(opened, given.number("--seed"), StateOption.of(terminal, given));
      RunResult result = how.run(opened, LogMode.FULL, RunListener.NONE);
      String replay = how.command(opened, result);
      ScenarioLines source = opened.source(replay);
      Explanation.story(result, source).forEach(terminal.out()::println);
      if (given.has("--counterfactual")) {
        WorldSpec world = opened.scenario().world().withSeed(result.seed());
        new Counterfactual(world, how, result, source).lines().forEach(terminal.out()::println);
      }
      return ExitCode.of(how, result);
    }
  }
}
