package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dmio.check.Check;
import io.dmio.device.DriverKind;
import io.dmio.device.LatencyPresets;
import io.dmio.device.LatencySpec;
import io.dmio.fault.Ending;
import io.dmio.fault.Extent;
import io.dmio.fault.FaultOp;
import io.dmio.fault.FaultSpec;
import io.dmio.fault.Misdirection;
import io.dmio.fault.SilentKind;
import io.dmio.fault.SilentKind.BitFlip;
import io.dmio.fault.SilentKind.Keeps;
import io.dmio.fault.SilentKind.LostWrite;
import io.dmio.fault.SilentKind.MisdirectedRead;
import io.dmio.fault.SilentKind.MisdirectedWrite;
import io.dmio.fault.SilentKind.Rest;
import io.dmio.fault.SilentKind.StaleRead;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;
import io.dmio.fault.SilentKind.ZeroedSector;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.WorldSpec;
import io.dmio.workload.DataSpec;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScenariosTest {

  private static final String HEAD =
      """
      dmio: 1
      scenario: t
      devices: { a: { size: 1MiB }, b: { size: 1MiB } }
      """;

  @TempDir private Path folder;

  private static Scenario scenario(String text) throws ScenarioException {
    return Scenarios.read(ScenarioSource.text("t.yaml", text));
  }

  private static WorldSpec world(String body) throws ScenarioException {
    try (Scenario scenario = scenario(HEAD + body)) {
      return scenario.world();
    }
  }

  private static List<Step> steps(String list) throws ScenarioException {
    return world("tasks: { t: " + list + " }\n").tasks().get(0).steps();
  }

  @Test
  void defaults_areThoseOfTheLanguage() throws ScenarioException {
    WorldSpec world = world("tasks: { t: [ { write: a@8+8 } ] }\n");

    assertThat(world.seed()).isEqualTo(1);
    assertThat(world.limits()).isEqualTo(io.dmio.sim.Limits.DEFAULT);
    assertThat(world.engine()).isEqualTo(io.dmio.testbed.EngineSpec.CLASSIC);
    assertThat(world.disks().get(0).latency().read()).isEqualTo(LatencySpec.NONE);
    assertThat(world.disks().get(0).queueDepth()).isEqualTo(Integer.MAX_VALUE);
    assertThat(world.disks().get(0).driver()).isEqualTo(DriverKind.BIO);
    assertThat(world.disks().get(0).sectors()).isEqualTo(2048);
    Step.Call call = (Step.Call) world.tasks().get(0).steps().get(0);
    assertThat(call.id()).isEqualTo("t.1");
    assertThat(call.manner().sync()).isTrue();
    assertThat(call.buffer().memory()).isEqualTo(MemorySpec.DEFAULT);
    assertThat(call.buffer().data()).isEqualTo(DataSpec.OWN);
    assertThat(call.regions()).containsExactly(new RegionSpec(0, 8, 8));
  }

  @Test
  void orderOfKeysCommentsAboutAndLineEnds_changeNothing() throws ScenarioException {
    String one =
        """
        dmio: 1
        scenario: t
        seed: 0x10
        devices: { a: { size: 1MiB, latency: nvme }, b: { size: 2MiB } }
        faults: [ { media-error: b@1, id: f, ops: [read, write], group: g } ]
        tasks:
          u: [ { read: b@0+8, id: r, expect: { return: EIO, bios: { b: 1 } } } ]
          v: { instances: 2, steps: [ { write: a@0+8 } ] }
        expect: { calls: { failed: 1 }, fired: { f: 1 } }
        """;
    String other =
        """
        # a comment
        expect: { fired: { f: 1 }, calls: { failed: 1 } }
        tasks:
          v: { steps: [ { write: a@0+8 } ], instances: 2 }   # another
          u: [ { expect: { bios: { b: 1 }, return: EIO }, id: r, read: [b@0+8] } ]
        about: something else
        faults: [ { group: g, ops: [write, read], id: f, media-error: [b@1-1], reason: why } ]
        devices: { b: { size: 2048KiB }, a: { latency: nvme, size: 1MiB } }
        seed: 16
        scenario: t
        dmio: 1
        """;
    try (Scenario first = scenario(one);
        Scenario second = scenario(other);
        Scenario third = scenario("\uFEFF" + one.replace("\n", "\r\n"))) {
      assertThat(second.world()).isEqualTo(first.world());
      assertThat(third.world()).isEqualTo(first.world());
      assertThat(second.about()).isEqualTo("something else");
      assertThat(second.reasons()).containsExactly("why");
    }
  }

  @Test
  void numbersFollowTheOrderOfNames() throws ScenarioException {
    WorldSpec world = world("tasks: { z: [ { write: b@0+8 } ], y: [ { write: a@0+8 } ] }\n");

    assertThat(world.tasks()).extracting("name").containsExactly("y", "z");
    assertThat(world.disks()).extracting("name").containsExactly("a", "b");
  }

  @Test
  void latencies_areReadInEveryForm() throws ScenarioException {
    String text =
        """
        dmio: 1
        scenario: t
        devices:
          a: { size: 1MiB, latency: 80us }
          b: { size: 1MiB, latency: { read: nvme, write: { uniform: [1us, 2us] } } }
          c: { size: 1MiB, latency: { mixture: [ { weight: 1/4, fixed: 1us }, { weight: 75%, lognormal: { median: 1us, p99: 2us } } ] } }
          d: { size: 1MiB, latency: hdd-7200, driver: request, queue-depth: 2, content: { pattern: 7 } }
        tasks: { t: [ { get: 1 } ] }
        """;
    try (Scenario scenario = scenario(text)) {
      var disks = scenario.world().disks();
      assertThat(disks.get(0).latency().flush()).isEqualTo(new LatencySpec.Fixed(80_000));
      assertThat(disks.get(1).latency().read()).isEqualTo(LatencyPresets.find("nvme").read());
      assertThat(disks.get(1).latency().write()).isEqualTo(new LatencySpec.Uniform(1_000, 2_000));
      assertThat(disks.get(1).latency().flush()).isEqualTo(LatencySpec.NONE);
      assertThat(disks.get(2).latency().read()).isInstanceOf(LatencySpec.Mixture.class);
      assertThat(disks.get(3).latency().write()).isEqualTo(LatencyPresets.find("hdd-7200").write());
      assertThat(disks.get(3).driver()).isEqualTo(DriverKind.REQUEST);
      assertThat(disks.get(3).pattern()).isEqualTo(7);
    }
  }

  @Test
  void faults_areReadWithTheirDefaults() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks: { t: [ { write: [a@0+8, b@0+8], id: w } ] }
            faults:
              - { media-error: [a, b@2-3] }
              - { media-error: b, nth: 3, ends: 5ms, status: NOSPC, id: late, after: w, delay: 1us }
              - { media-error: b, at-bio: 'w:b.2', at: 1ms, ends: on-write }
              - { allocation-failure: engine.ios, from: 1ms, until: 2ms }
            """);

    FaultSpec.MediaError first = (FaultSpec.MediaError) world.faults().get(0);
    assertThat(first.name()).isEqualTo("media-error.1");
    assertThat(first.extents()).containsExactly(new Extent(0, 0, 2048), new Extent(1, 2, 2));
    assertThat(first.ending()).isEqualTo(Ending.NEVER);
    assertThat(first.trigger()).isEqualTo(io.dmio.fault.Trigger.ALWAYS);
    FaultSpec.MediaError second = (FaultSpec.MediaError) world.faults().get(1);
    assertThat(second.trigger().nth()).isEqualTo(3);
    assertThat(second.trigger().times()).isEqualTo(1);
    assertThat(second.trigger().after()).isEqualTo("w");
    assertThat(second.ending()).isEqualTo(Ending.after(5_000_000));
    assertThat(world.faults().get(2).trigger().atBio())
        .isEqualTo(new io.dmio.fault.Trigger.AtBio("w", 1, 2));
    assertThat(world.faults().get(2).trigger().fromNanos()).isEqualTo(1_000_000);
    assertThat(world.faults().get(3)).isInstanceOf(FaultSpec.AllocationFailure.class);
  }

  @Test
  void error_bitsAndFailedRegionsAreTheSame() throws ScenarioException {
    List<Step> steps =
        steps(
            "[ { write: [a@0+8, b@0+8, a@8+8], expect: { failed: [0, 2] } },"
                + " { write: [a@0+8, b@0+8, a@8+8], expect: { error-bits: \"0b101\" } } ]");

    assertThat(((Step.Call) steps.get(0)).expect()).isEqualTo(((Step.Call) steps.get(1)).expect());
    assertThat(((Step.Call) steps.get(0)).expect().errorBits()).isEqualTo(5);
  }

  @Test
  void names_areNumberedByInstancesAndRounds() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks:
              many:
                instances: 2
                steps:
                  - { write: a@0+8, id: w, mode: async }
                  - wait: w
                  - write: a@0+8
                  - repeat: { times: 3, steps: [ { write: a@0+8, id: x }, { wait: x }, { mark: m } ] }
              one: [ { wait: many }, { wait: 'w[2]' }, { wait: 'x[1][3]' }, { wait: 'many[2].3' }, { wait: 'm[2]' } ]
            """);

    List<Step> second = world.tasks().get(1).steps();
    assertThat(((Step.Call) second.get(0)).id()).isEqualTo("w[2]");
    assertThat(second.get(1)).isEqualTo(new Step.Wait("w[2]"));
    assertThat(((Step.Call) second.get(2)).id()).isEqualTo("many[2].3");
    Step.Repeat repeat = (Step.Repeat) second.get(3);
    assertThat(((Step.Call) repeat.steps().get(0)).id()).isEqualTo("x[2]");
    assertThat(repeat.steps().get(1)).isEqualTo(new Step.Wait("x[2]"));
    assertThat(world.tasks().get(2).steps())
        .containsExactly(
            new Step.Wait("many[1]"),
            new Step.Wait("many[2]"),
            new Step.Wait("w[2]"),
            new Step.Wait("x[1][3]"),
            new Step.Wait("many[2].3"),
            new Step.Wait("m[2]"));
  }

  @Test
  void innerSteps_areNamedByTheirPath() throws ScenarioException {
    List<Step> steps =
        steps("[ { get: 1 }, { write: a@0+8, mode: async, then: [ { write: a@0+8 } ] } ]");

    Step.Call call = (Step.Call) steps.get(1);
    assertThat(call.id()).isEqualTo("t.2");
    assertThat(((Step.Call) call.then().get(0)).id()).isEqualTo("t.2.1");
  }

  @Test
  void silentFaults_areReadWithTheirDefaults() throws ScenarioException {
    WorldSpec world =
        world(
            """
            faults:
              - torn-write: a
              - { torn-write: b@1+20, unit: 4KiB, keeps: suffix, rest: garbage, id: torn }
              - { torn-write: a@7, unit: any, keeps: random, rest: zero }
              - { lost-write: [a@1, b@2], nth: 3, ops: [write] }
              - { misdirected-write: a@8+8, to: a@96+8, ends: never }
              - { misdirected-write: b, to: b@100 }
              - { misdirected-read: [a@0+4, a@8+4], to: a@96 }
              - stale-read: a
              - bit-flip: a
              - { bit-flip: a, bits: 9, in: flight, probability: 1%, per: sector }
              - zeroed-sector: a
            tasks: { t: [ { write: [a@0+16, b@0+16] }, { read: a@0+16 } ] }
            """);
    List<SilentKind> kinds =
        world.faults().stream().map(spec -> ((FaultSpec.Silent) spec).kind()).toList();

    assertThat(kinds)
        .containsExactly(
            new TornWrite(Unit.SECTOR, Keeps.PREFIX, Rest.OLD),
            new TornWrite(Unit.PAGE, Keeps.SUFFIX, Rest.GARBAGE),
            new TornWrite(Unit.BYTE, Keeps.RANDOM, Rest.ZERO),
            new LostWrite(),
            new MisdirectedWrite(new Misdirection(8, 96, 104)),
            new MisdirectedWrite(new Misdirection(Misdirection.ANYWHERE, 100, 2048)),
            new MisdirectedRead(new Misdirection(Misdirection.ANYWHERE, 96, 2048)),
            new StaleRead(),
            new BitFlip(1, true),
            new BitFlip(9, false),
            new ZeroedSector());
    FaultSpec.Silent first = (FaultSpec.Silent) world.faults().get(0);
    assertThat(first.ops()).isEqualTo(first.kind().ops());
    assertThat(first.ending()).isEqualTo(Ending.AT_ONCE);
    assertThat(first.name()).isEqualTo("torn-write.1");
    FaultSpec.Silent lost = (FaultSpec.Silent) world.faults().get(3);
    assertThat(lost.extents()).containsExactly(new Extent(0, 1, 1), new Extent(1, 2, 1));
    assertThat(lost.trigger().times()).isEqualTo(1);
    assertThat(lost.ops()).containsExactly(FaultOp.WRITE);
    assertThat(world.faults().get(4).ending()).isEqualTo(Ending.NEVER);
    assertThat(world.faults().get(9).trigger().perSector()).isTrue();
  }

  @Test
  void loads_haveFiosDefaults() throws ScenarioException {
    Step.Load step =
        (Step.Load) steps("[ { load: { rw: randrw, number_ios: 9, devices: [b, a] } } ]").get(0);

    assertThat(step.id()).isEqualTo("t.1");
    assertThat(step.load().shape().blockSectors()).isEqualTo(Quantity.of(8));
    assertThat(step.load().shape().readPercent()).isEqualTo(50);
    assertThat(step.load().pace().ioDepth()).isEqualTo(1);
    assertThat(step.load().area().size()).isEqualTo(2048);
    assertThat(step.load().area().devices()).containsExactly(1, 0);
    assertThat(step.load().calls().sync()).isFalse();
    assertThat(step.load().pace().stopOnError()).isFalse();
  }

  @Test
  void pastEnd_isLegalIfItIsMeant() throws ScenarioException {
    assertThat(steps("[ { write: a@2047+2, past-end: true } ]")).hasSize(1);
  }

  @Test
  void aRuleThatIsExpectedNotToFire_mayBeUnreachable() throws ScenarioException {
    WorldSpec world =
        world(
            "faults: [ { media-error: a@100, id: far } ]\n"
                + "tasks: { t: [ { write: a@0+8 } ] }\nexpect: { fired: { far: 0 } }\n");

    assertThat(world.faults()).hasSize(1);
  }

  @Test
  void expectations_areRead() throws ScenarioException {
    WorldSpec world =
        world(
            """
            tasks: { t: [ { get: 1 } ] }
            checks: { skip: { usage: why, calls: why } }
            expect: { fails: progress, pools: { engine.ios: { low-water: 0, max-waiting: 2-3 } } }
            """);

    assertThat(world.expect().fails()).isEqualTo(Check.PROGRESS);
    assertThat(world.expect().pools().get(0).maxWaiting()).isEqualTo(new Quantity(2, 3));
    assertThat(world.skipped()).containsExactly(Check.CALLS, Check.USAGE);
  }

  @Test
  void positions_leadBackToTheFile() throws ScenarioException {
    String text =
        HEAD
            + """
            faults:
              - { media-error: a, id: f }
            tasks:
              t:
                - repeat:
                    times: 2
                    steps:
                      - { write: a@0+8, id: w }
                - read: a@0+8
            events:
              - { quiet: all, at: 1ms }
            """;
    try (Scenario scenario = scenario(text)) {
      assertThat(scenario.events()).containsExactly(new Position(14, 5));
      assertThat(scenario.rules()).containsExactly(new Position(5, 5));
      assertThat(scenario.step("w[2]")).isEqualTo(new Position(11, 13));
      assertThat(scenario.step("t.2")).isEqualTo(new Position(12, 7));
      assertThat(scenario.step("nobody")).isNull();
    }
  }

  @Test
  void aFile_mustHaveTheNameOfItsScenario() throws IOException {
    Path file = folder.resolve("other.yaml");
    Files.writeString(file, HEAD + "tasks: { t: [ { get: 1 } ] }\n");

    ScenarioException e =
        catchThrowableOfType(ScenarioException.class, () -> Scenarios.read(file).close());

    assertThat(e.mistakes().get(0).line()).isEqualTo(2);
    assertThat(e.mistakes().get(0).column()).isEqualTo(11);
    assertThat(e.mistakes().get(0).message()).contains("'t'", "other.yaml");
  }

  @Test
  void bytesThatAreNoUtf8_areReportedWhereTheyStand() throws IOException {
    Path file = folder.resolve("t.yaml");
    Files.write(file, new byte[] {'d', '\n', 'a', 'b', (byte) 0xff, 'c'});

    ScenarioException e =
        catchThrowableOfType(ScenarioException.class, () -> Scenarios.read(file).close());

    assertThat(e.mistakes())
        .containsExactly(
            new Mistake(
                file.toString(), 2, 3, "a byte that is not UTF-8", "save the file as UTF-8"));
  }
}
