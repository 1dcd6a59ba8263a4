package io.dmio.report;

import io.dmio.model.RunModel;
import io.dmio.report.page.PageBuilder;
import io.dmio.report.page.PowerPage;
import io.dmio.report.page.PowerViews;
import io.dmio.report.page.RawContent;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.story.Explanation;
import io.dmio.story.ScenarioLines;
import io.dmio.story.Wording;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run with a power cut, a crash, and rules that lie.
 *
 * @param result with the full event log
 * @param source its text
 */
public record CutRun(RunResult result, ScenarioLines source) {

  /**
   * At 200 us w1 is cached on a, and its half on b is dropped; at 240 us both disks lose power
   * while w2 and hit are in flight; at 500 us the host dies, with dying in flight.
   */
  public static final String CUT =
      """
      dmio: 1
      scenario: cut
      about: Power goes twice.
      devices:
        a: { size: 1MiB, latency: 80us, cache: { mode: write-back, size: 64KiB } }
        b: { size: 1MiB, latency: 200us }
      faults:
        - { lost-write: b@64-67, nth: 1, id: forgetful }
        - { lost-write: b@100-107, id: unlucky }
      tasks:
        writer:
          - get: 8
          - { write: [a@0+4, b@64+4], id: w1 }
          - { write: a@2+4, id: w2, mode: async }
          - { write: b@100+8, id: hit, mode: async }
          - wait: all
          - sleep: 200us
          - { write: b@200+8, id: dying }
        reader:
          boot: 2
          steps:
            - get: 8
            - { read: b@64+4, id: r }
      events:
        - { power-cut: [a, b], survives: none, restored: 100us, at: 240us, id: cut }
        - { crash: host, survives: all, reboot: 50us, at: 500us, id: dead }
        - { quiet: all, after: late }
        - { quiet: all, at: 600us, id: late }
      """;

  /** Two sectors, each with three contents that are allowed: one of nine states is the worst. */
  public static final String EACH =
      """
      dmio: 1
      scenario: each
      about: What holds nothing of w2 in its second sector is not what this expects.
      devices:
        a: { size: 1MiB, latency: 80us, cache: { mode: write-back, size: 64KiB } }
      tasks:
        first:
          - get: 8
          - { write: a@0+2, id: w1 }
          - { write: a@0+2, id: w2 }
        second:
          boot: 2
          steps:
            - get: 8
            - { verify: a@1+1, holds: [initial, w1] }
      events:
        - { crash: host, survives: each, reboot: 1ms, at-bio: w2:a.0 }
      """;

  /** Runs a scenario. */
  public static CutRun of(String text) {
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("cut.yaml", text))) {
      RunResult result =
          Testbed.run(scenario.world(), new RunOptions(LogMode.FULL, RunListener.NONE, null));
      ScenarioLines source =
          new ScenarioLines(
              "cut.yaml",
              text.lines().toList(),
              lines(scenario.rules().stream().map(at -> at.line()).toList()),
              lines(scenario.events().stream().map(at -> at.line()).toList()),
              tables(scenario),
              Map.of(),
              Map.of(),
              scenario.skipReasons(),
              "./dmio run cut.yaml");
      return new CutRun(result, source);
    } catch (ScenarioException mistake) {
      throw new IllegalArgumentException(mistake.getMessage(), mistake);
    }
  }

  private static Map<Integer, List<Integer>> tables(Scenario scenario) {
    Map<Integer, List<Integer>> lines = new TreeMap<>();
    scenario
        .world()
        .tables()
        .forEach(
            table -> {
              int place = table.id() - scenario.world().disks().size();
              lines.put(
                  table.id(), scenario.tables().get(place).stream().map(at -> at.line()).toList());
            });
    return lines;
  }

  private static Map<Integer, Integer> lines(List<Integer> lines) {
    Map<Integer, Integer> byNumber = new TreeMap<>();
    for (int number = 0; number < lines.size(); number++) {
      byNumber.put(number, lines.get(number));
    }
    return byNumber;
  }

  public RunModel model() {
    return RunModel.of(result);
  }

  /** What is told of it in words. */
  public List<String> story() {
    return Explanation.story(result, source);
  }

  /** What a terminal shows of it. */
  public List<String> summary() {
    return RunSummary.lines(result, source, null);
  }

  /** What its page prints of power cuts and losses. */
  public PowerPage power() {
    return PowerViews.of(model(), new Wording(result, source));
  }

  /** Its page without the library of charts. */
  public String page() {
    RawContent none = new RawContent(new byte[0]);
    return new PageBuilder(model(), source).page(none, none, none).toString();
  }
}
