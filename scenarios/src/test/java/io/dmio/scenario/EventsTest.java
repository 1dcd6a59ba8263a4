package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.device.Survival;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.Verdict;
import io.dmio.testbed.WorldEvent;
import io.dmio.testbed.WorldEvent.Action;
import io.dmio.testbed.WorldSpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.TaskSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventsTest {

  private static final String HEAD =
      """
      dmio: 1
      scenario: t
      devices: { a: { size: 1MiB, latency: 80us }, b: { size: 1MiB, latency: 80us } }
      """;

  private static WorldSpec world(String body) throws ScenarioException {
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("t.yaml", HEAD + body))) {
      return scenario.world();
    }
  }

  @Test
  void everyVerb_doesWhatItSays() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks:
              t: [ { write: a@0+8 } ]
              u: { instances: 2, steps: [ { get: 1 } ] }
            events:
              - { power-cut: b, at: 1ms }
              - { power-cut: [b, a], survives: each, restored: 5ms, at: 1ms }
              - { crash: host, at: 2ms }
              - { crash: host, survives: prefix, reboot: 100ms, at: 3ms, id: dead }
              - { offline: [a, b], at: 4ms }
              - { online: a, at: 5ms }
              - { signal: t, at: 6ms }
              - { signal: u, at: 6ms }
              - { signal: "u[2]", at: 6ms }
              - { quiet: all, after: dead }
            """);
    assertThat(world.events().stream().map(WorldEvent::action).toList())
        .containsExactly(
            new Action.PowerCut(List.of(1), Survival.RANDOM, -1),
            new Action.PowerCut(List.of(1, 0), Survival.EACH, 5_000_000),
            new Action.CrashHost(Survival.RANDOM, -1),
            new Action.CrashHost(Survival.PREFIX, 100_000_000),
            new Action.Offline(List.of(0, 1)),
            new Action.Online(List.of(0)),
            new Action.Signal("t"),
            new Action.Signal("u"),
            new Action.Signal("u[2]"),
            new Action.Quiet());
  }

  @Test
  void tasksOfLaterBoots_areMarkedSo_instancesAsWell() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks:
              again: { boot: 2, steps: [ { get: 1 } ] }
              late: { boot: 3, instances: 2, steps: [ { get: 1 } ] }
              now: [ { get: 1 } ]
            events:
              - { crash: host, at: 1ms, reboot: 1ms }
              - { crash: host, at: 9ms, reboot: 0s }
            """);
    assertThat(world.tasks()).extracting(TaskSpec::boot).containsExactly(2, 3, 3, 1);
  }

  @Test
  void statesAndLosses_areExpected() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks: { t: [ { get: 1 } ] }
            events: [ { crash: host, survives: each, at: 1ms } ]
            expect: { states: 2-12, losses: 0 }
            """);
    assertThat(world.expect().states()).isEqualTo(new Quantity(2, 12));
    assertThat(world.expect().losses()).isEqualTo(Quantity.of(0));
  }

  @Test
  void recovery_copiesTheLegThatHasIt_inEveryStateThatIsAllowed() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks:
              mirror:
                - get: 4
                - { write: [a@0+2, b@0+2], id: old }
                - { write: a@0+2, id: new-a, data: { pattern: 1 } }
                - { write: b@0+2, id: new-b, data: { pattern: 1 } }
              recovery:
                boot: 2
                steps:
                  - get: 4
                  - { read: a@0+2, id: leg }
                  - { write: b@0+2, id: copy, data: { read: leg } }
                  - { verify: a@0+2, holds: [new-a] }
                  - { verify: b@0+2, holds: [copy] }
            events:
              - { crash: host, survives: each, reboot: 1ms, at-bio: new-b:b.0 }
            expect: { states: 4 }
            """);
    RunResult result = Testbed.run(world, RunOptions.PLAIN);
    assertThat(result.failures()).isEmpty();
    assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    assertThat(result.tried().states()).isEqualTo(4);
    assertThat(result.totals().lostCalls()).isEqualTo(1);
  }

  @Test
  void dataOfAReadOfADeadHost_isGone() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks:
              first: [ { get: 1 }, { read: a@0+8, id: r }, { sleep: 1ms } ]
              second: { boot: 2, steps: [ { get: 1 }, { write: b@0+8, data: { read: r } } ] }
            events: [ { crash: host, at: 500us, reboot: 1ms } ]
            """);
    RunResult result = Testbed.run(world, RunOptions.PLAIN);
    assertThat(result.failures()).hasSize(1);
    assertThat(result.failures().get(0).message()).contains("has not ended on this host");
  }
}
