package io.dmio.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dmio.device.PowerCutRecord;
import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import io.dmio.device.Survival;
import io.dmio.model.FakeRun;
import io.dmio.model.RunModel;
import io.dmio.report.CutRun;
import io.dmio.report.PageText;
import io.dmio.report.page.PowerPage.CutView;
import io.dmio.report.page.PowerPage.LossView;
import io.dmio.report.page.PowerPage.RowView;
import io.dmio.story.Wording;
import io.dmio.testbed.ExternalEvents;
import io.dmio.testbed.RunResult;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PowerViewsTest {

  @Test
  void everyCutOfEveryDisk_leadsToItsEvent() {
    assertThat(CutRun.of(CutRun.CUT).power().cuts())
        .extracting(CutView::device, CutView::when, CutView::event, CutView::line)
        .containsExactly(
            tuple("a", "240us", "cut", 25),
            tuple("b", "240us", "cut", 25),
            tuple("a", "500us", "dead", 26),
            tuple("b", "500us", "dead", 26));
  }

  @Test
  void rows_sayWhatMightBeThere_whatIsThere_andWhyThatIsAllowed() {
    List<CutView> cuts = CutRun.of(CutRun.CUT).power().cuts();
    assertThat(cuts.get(0).rows())
        .extracting(RowView::sectors, RowView::survived)
        .containsExactly(tuple("0-1", "zeroes"), tuple("2-3", "zeroes"), tuple("4-5", "zeroes"));
    assertThat(cuts.get(0).rows().get(1).allowed())
        .containsExactly(
            "zeroes (durable)",
            "data of w1 (cached since 80us by bio 0 of w1)",
            "data of w2 (in flight by bio 2 of w2)");
    assertThat(cuts.get(0).rows().get(1).why())
        .isEqualTo(
            "The cache may lose what no flush has made durable. A write in flight may leave"
                + " nothing.");
    assertThat(cuts.get(2).rows()).isEmpty();
    assertThat(cuts.get(2).sentence())
        .isEqualTo(
            "No bio was in the disk; all that it held was durable, and nothing was in doubt;"
                + " survives: all.");
  }

  @Test
  void whatIsUnreadable_isShown_withTheReason_andWhatIsLeftOutAsWell() {
    Fate block = new Fate(8, 8, -1, State.UNREADABLE, 0, List.of());
    PowerCutRecord cut =
        new PowerCutRecord(1, 240, Survival.RANDOM, true, 1, Long.MAX_VALUE, 600, List.of(block));
    FakeRun run =
        FakeRun.oneBadRegion().outside(new ExternalEvents(List.of(), List.of(0L), List.of(cut)));
    RunResult result = run.result();
    CutView view =
        PowerViews.of(RunModel.of(result), new Wording(result, FakeRun.source())).cuts().get(0);
    assertThat(view.rows())
        .containsExactly(
            new RowView(
                "8-15",
                List.of("being rewritten, for a write in flight of a part of it"),
                "nothing: it cannot be read",
                "A disk that is rewriting a physical block when power fails may leave it unreadable"
                    + " until it is written anew.",
                false));
    assertThat(view.rowsNote()).isEqualTo("599 more atomic units not shown.");
    assertThat(view.sentence()).contains("more states than can be counted were allowed");
    assertThat(view.line()).as("no event is known").isZero();
  }

  @Test
  void longTables_areCut_andSayWhatIsLeft() {
    StringBuilder writes = new StringBuilder();
    for (int i = 0; i < 90; i++) {
      writes.append("    - { write: a@").append(i * 16).append("+1 }\n");
    }
    String text =
        CutRun.CUT
            .replace(
                "    - { write: [a@0+4, b@64+4], id: w1 }\n",
                "    - { write: [a@0+4, b@64+4], id: w1 }\n" + writes)
            .replace("at: 240us", "at: 9ms")
            .replace("at: 500us", "at: 12ms")
            .replace("at: 600us", "at: 13ms");
    CutView cut = CutRun.of(text).power().cuts().get(0);
    assertThat(cut.rows()).hasSize(60);
    assertThat(cut.rowsNote()).matches("3[0-9] more rows not shown\\.");
  }

  @Test
  void losses_leadToTheRuleThatExplainsThem() {
    assertThat(CutRun.of(CutRun.CUT).power().losses())
        .containsExactly(
            new LossView("b", "64-67", "what w1 wrote", "zeroes", "forgetful", 8, "750us, by r"));
  }

  @Test
  void page_hasTheTables_andLinksToTheLines() {
    CutRun run = CutRun.of(CutRun.CUT);
    String page = PageText.of(run.model(), run.source());
    assertThat(page)
        .contains("<section id=\"power\">", "<a href=\"#L25\">line 25</a>")
        .contains("<span class=\"content\">data of w2 (in flight by bio 2 of w2)</span>")
        .contains("every check held; 4 sectors lost, for the reasons given below.")
        .contains("<section id=\"losses\">", "<a href=\"#L8\">forgetful, line 8</a>")
        .contains(
            "<code>  - { power-cut: [a, b], survives: none, restored: 100us, at: 240us, id: cut }</code><em>at 240us</em>");
    String plain = PageText.of(RunModel.of(FakeRun.oneBadRegion().result()), FakeRun.source());
    assertThat(plain).doesNotContain("id=\"power\"", "id=\"losses\"", "href=\"#power\"");
  }

  @Test
  void callsOfEachBoot_standTogether_andLostOnesAreSaidToBeLost() {
    CutRun run = CutRun.of(CutRun.CUT);
    List<RunPage.CallView> calls =
        new CallViews(run.model(), new Wording(run.result(), run.source())).calls();
    assertThat(calls)
        .extracting(
            RunPage.CallView::heading,
            RunPage.CallView::name,
            RunPage.CallView::returned,
            RunPage.CallView::bits)
        .containsExactly(
            tuple("Boot 1", "w2", "OK", "0b1"),
            tuple("", "hit", "OK", "0b1"),
            tuple("", "w1", "OK", "0b00"),
            tuple("", "dying", "lost with its host", "-"),
            tuple("Boot 2", "r", "OK", "0b0"));
    assertThat(calls.get(1).regions().get(0).rule()).isEqualTo("power cut: a, b");
    assertThat(calls.get(1).regions().get(0).line()).isEqualTo(25);
    assertThat(calls.get(3).regions()).as("nobody knows its bits").isEmpty();
  }
}
