package io.dmio.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import io.dmio.model.FakeRun;
import io.dmio.report.CutRun;
import io.dmio.report.RunSummary;
import io.dmio.sim.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutsideStoryTest {

  @Test
  void story_tellsWhatHappened_whatSurvivedAndWhy_andWhatWasLost() {
    assertThat(CutRun.of(CutRun.CUT).story())
        .containsSubsequence(
            "At 240us (event cut, cut.yaml:25) the power of a, b was cut: 2 bios there ended"
                + " OFFLINE; survives: none.",
            "  a: of 6 atomic units it was open what they hold, and 144 states were allowed.",
            "    Sectors 0-1 hold zeroes; allowed: zeroes (durable), data of w1 (cached since 80us"
                + " by bio 0 of w1). The cache may lose what no flush has made durable.",
            "    Sectors 2-3 hold zeroes; allowed: zeroes (durable), data of w1 (cached since 80us"
                + " by bio 0 of w1), data of w2 (in flight by bio 2 of w2). The cache may lose what"
                + " no flush has made durable. A write in flight may leave nothing.",
            "  b: of 8 atomic units it was open what they hold, and 256 states were allowed.",
            "At 340us (event cut, cut.yaml:25) the power of a, b came back.",
            "At 500us (event dead, cut.yaml:26) the host died in its boot 1: 1 call and 1 bio were"
                + " lost, and nobody heard of them; a, b lost power; survives: all.",
            "  a: all that it held was durable, and nothing was in doubt.",
            "    Sectors 200-207 hold data of dying; allowed: zeroes (durable), data of dying (in"
                + " flight by bio 4 of dying). A write in flight may have arrived, each atomic unit"
                + " by itself.",
            "At 550us (event dead, cut.yaml:26) boot 2 of the host began, with memory, pools and"
                + " tasks anew.",
            "At 600us (event late, cut.yaml:28) all faults fell silent.",
            "Lost: sectors 64-67 of b hold zeroes, should hold what w1 wrote; found at 750us by r,"
                + " because of rule forgetful (cut.yaml:8).");
  }

  @Test
  void bioThatPowerTook_isNotBlamedOnTheSilentRuleThatHitIt() {
    assertThat(CutRun.of(CutRun.CUT).story())
        .containsSubsequence(
            "  At 240us bio 3 of region 0 (b, sectors 100-107) ended with OFFLINE, because b had no"
                + " power: event cut, cut.yaml:25.",
            "  Therefore bit 0 of hit is set.",
            "Silently, rule forgetful (cut.yaml:8) set in 1 time.",
            "  It hit bio 1 of w1 (b, sectors 64-67), which ended OK at 200us: it sets no error bit.",
            "Silently, rule unlucky (cut.yaml:9) set in 1 time.",
            "  It hit bio 3 of hit (b, sectors 100-107), which did not end well for another reason:"
                + " OFFLINE.");
  }

  @Test
  void ofSeveralStates_theOneThatIsToldIsNamed() {
    CutRun run = CutRun.of(CutRun.EACH);
    assertThat(run.story())
        .contains(
            "State 3 of 9 is told here, the first of the worst; the digests are those of all"
                + " states.",
            "    Sector 1 holds data of w2; allowed: zeroes (durable), data of w1 (cached since 80us"
                + " by bio 0 of w1), data of w2 (in flight by bio 1 of w2). A write in flight may"
                + " have arrived, each atomic unit by itself.");
    assertThat(run.summary()).contains("  states       9: this is no. 3, the first of the worst");
    assertThat(run.page()).contains("State 3 of 9 is told here");
    CutRun good = CutRun.of(CutRun.EACH.replace("[initial, w1]", "[initial, w1, w2]"));
    assertThat(good.summary())
        .contains("  states       9: this is no. 1, every check held in each");
  }

  @Test
  void summary_hasEventsBootsAndLosses() {
    List<String> lines = CutRun.of(CutRun.CUT).summary();
    assertThat(lines)
        .containsSubsequence(
            "  event        cut at 240us  cut.yaml:25",
            "  event        dead at 500us  cut.yaml:26",
            "  host         2 boots, the last at 550us, 1 call lost when it died",
            "  losses       4 sectors, because of forgetful (cut.yaml:8)");
    assertThat(String.join("", lines)).doesNotContain("states");
    assertThat(RunSummary.lines(FakeRun.oneBadRegion().result(), FakeRun.source(), null))
        .noneMatch(line -> line.startsWith("  event") || line.startsWith("  host"));
  }

  @Test
  void eventThatNeverHappened_isSaidToBeSo() {
    CutRun run = CutRun.of(CutRun.CUT.replace("at: 600us", "at-bio: dying:b.1"));
    assertThat(run.summary()).contains("  event        late never happened  cut.yaml:28");
    assertThat(run.page()).contains("note=never happened");
  }

  @Test
  void callsThatDiedWithTheirHost_areToldSo() {
    FakeRun run = new FakeRun();
    run.call(0, 5, RequestOp.WRITE, true, 1, 8);
    run.at(9, EventKind.CRASH, 0, 1, 1, 0, 0);
    assertThat(Explanation.story(run.result(), FakeRun.source()))
        .containsSubsequence(
            "At 9ns the host died in its boot 1: 1 call and 0 bios were lost, and nobody heard of"
                + " them.",
            "  w was lost with its host.",
            "  Its callback was never called: its host died.");
  }
}
