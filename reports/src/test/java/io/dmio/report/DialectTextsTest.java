package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.RunModel;
import io.dmio.report.page.CallViews;
import io.dmio.report.page.RunPage;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.Shipped;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.story.Explanation;
import io.dmio.story.ScenarioLines;
import io.dmio.story.Wording;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the story and the page call the operations of linux-6.1. */
final class DialectTextsTest {

  @Test
  void story_saysThatADeviceCannotDiscard() throws IOException, ScenarioException {
    assertThat(story("mixed-discard"))
        .containsSubsequence(
            "At 0ns task cleaner made the synchronous discard d over 3 regions.",
            "  No bio of regions 0 (a), 2 (c) failed.",
            "  Of region 1 the device cannot discard: no bio was made, and the bit is set.",
            "  At 0ns d returned EIO with the error bits 0b010.");
  }

  @Test
  void story_tellsABioPastDmIoFromACall() throws IOException, ScenarioException {
    assertThat(story("past-dm-io"))
        .anyMatch(
            line -> line.matches("At .* sent, past dm-io, the synchronous bio \\(read\\) fails."))
        .contains("  Therefore bit 0 of fails is set.");
  }

  @Test
  void calls_areNamedByWhatTheyDo() throws IOException, ScenarioException {
    assertThat(whats("flush-without-cache")).contains("sync write", "sync flush", "sync read");
    assertThat(whats("past-dm-io")).contains("async write", "async plain write", "sync plain read");
  }

  private static List<String> whats(String name) throws IOException, ScenarioException {
    RunModel model = RunModel.of(run(name));
    return new CallViews(model, new Wording(model.result(), source(name)))
        .calls().stream().map(RunPage.CallView::what).toList();
  }

  private static List<String> story(String name) throws IOException, ScenarioException {
    return Explanation.story(run(name), source(name));
  }

  private static RunResult run(String name) throws IOException, ScenarioException {
    Shipped.Item item = Shipped.find(name).orElseThrow();
    try (Scenario scenario = Scenarios.read(item.source())) {
      return Testbed.run(scenario.world(), new RunOptions(LogMode.FULL, RunListener.NONE, null));
    }
  }

  private static ScenarioLines source(String name) {
    return new ScenarioLines(name + ".yaml", List.of(), Map.of(), "./dmio run " + name);
  }
}
