package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Errno;
import io.dmio.check.Check;
import io.dmio.engine.Refusal;
import io.dmio.model.FakeRun;
import io.dmio.model.RealRun;
import io.dmio.model.RunModel;
import io.dmio.sim.EventKind;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.RuleResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PageTest {

  private static final int MOST_BYTES = 4 << 20;

  @Test
  void top_showsVerdictSeedDigestsAndReplay_inThisOrder() {
    assertThat(markup(page(FakeRun.oneBadRegion().result())))
        .containsSubsequence(
            "<p class=\"verdict\">PASSED</p>",
            "<h1>one-bad-region seed 0x7</h1>",
            "<dd>0x7</dd>",
            "<dd>9f2c41d07be3a586</dd>",
            "<dd>0000000000000001</dd>",
            "<code id=\"replay\">./dmio run one-bad-region.yaml --seed 0x7</code>",
            "id=\"bits\"",
            "id=\"timeline\"",
            "id=\"pool\"",
            "id=\"latency\"",
            "id=\"devices\"",
            "id=\"faults\"",
            "id=\"checks\"",
            "id=\"source\"");
  }

  @Test
  void setBit_leadsToItsBio_andToTheLineOfItsFault() {
    String page = markup(page(FakeRun.oneBadRegion().result()));

    assertThat(page)
        .containsSubsequence(
            "<span class=\"bit set\"><a href=\"#bio-12\" data-bio=\"12\"",
            "title=\"2048-2055\"><b>1</b><i>2:c</i></a>",
            "<a class=\"line\" href=\"#L4\" title=\"grown-defect\">line 4</a></span>",
            "<span class=\"bit\"><b>0</b><i>1:b</i></span>",
            "<span class=\"bit\"><b>0</b><i>0:a</i></span>",
            "<p data-story=\"12\">At 4.1ms bio 12 of region 2 (c, sectors 2048-2055) ended with"
                + " MEDIUM, because of sector 2051 of c: rule grown-defect (one-bad-region.yaml:4: worn &lt;out&gt;, [31m at last)."
                + " Therefore bit 2 of w is set. <a href=\"#event=17\">event 17</a></p>");
    assertThat(page)
        .contains("<tr id=\"bio-12\" class=\"bad\">")
        .contains("<li id=\"L4\" class=\"fired\">");
  }

  @Test
  void everyLinkInsideThePage_hasATarget() {
    String page = markup(page(RealRun.run(300, RunListener.NONE)));
    Matcher links = Pattern.compile("href=\"#([^\"=]+)\"").matcher(page);
    int count = 0;
    for (; links.find(); count++) {
      assertThat(page).contains("id=\"" + links.group(1) + "\"");
    }

    assertThat(count).isGreaterThan(500);
  }

  @Test
  void failure_isToldWithExpectationFindingAndLine() {
    FakeRun run = FakeRun.oneBadRegion().fails(FakeRun.failure(Check.ERROR_BITS, "bits differ", 0));

    assertThat(markup(page(run.result())))
        .contains("<p class=\"verdict\">FAILED</p>")
        .containsSubsequence(
            "<h3>error-bits <small>at 20.003118ms, event 4412</small></h3>",
            "<p>bits differ</p>",
            "call w, region 2, device c, sectors 2051-2055",
            "<dd>bit 2 set</dd>",
            "<dd>bit 2 clear</dd>",
            "rule grown-defect (worn &lt;out&gt;, [31m at last), <a href=\"#L4\">line 4</a>");
  }

  @Test
  void bitsWithoutBios_andCallsThatNeverWere_areTold() {
    FakeRun refused = new FakeRun();
    refused.call(0, 0, io.dmio.block.RequestOp.READ, true, 2, 16);
    refused.at(0, EventKind.REFUSE, 0, Refusal.MULTI_REGION_READ.ordinal(), 0, 0, 0);
    refused.notified(0, 0, 0b1);
    refused.returned(0, 0, Errno.EIO, 0, false);

    assertThat(markup(page(refused.result())))
        .contains("<p>It was refused by the rule multi-region-read: no bio was made for it.</p>")
        .contains("No bio went to a device: the lanes are empty.");
    assertThat(markup(page(new FakeRun().result()))).contains("No call was made.");
  }

  @Test
  void firedAndSleepingFaults_areBothListed() {
    assertThat(markup(page(FakeRun.oneBadRegion().result())))
        .containsSubsequence(
            "<th scope=\"row\">grown-defect</th><td>worn &lt;out&gt;, [31m at last</td>",
            "<th scope=\"row\">sleeper</th><td>-</td><td class=\"n\">never</td>",
            "<em>fired 1 time</em>",
            "<em>never fired</em>");
  }

  @Test
  void hostileText_staysText() {
    String evil = "</script><script>alert('x')</script><img src=http://e.vil onerror=\"1\">";
    FakeRun run = FakeRun.oneBadRegion().named(evil).on(List.of(evil, "b", "c"));
    run.rules.add(new RuleResult(2, evil, 1, 1, false));
    run.fails(FakeRun.failure(Check.EXPECT, evil, 2));
    ScenarioLines source =
        new ScenarioLines(
            evil, List.of(evil, "\u2028 \u0000"), Map.of(2, 1), Map.of(), Map.of(2, evil), evil);
    String page = PageText.of(RunModel.of(run.result()), source);

    assertThat(occurrences(page, "<script>alert")).isZero();
    assertThat(occurrences(markup(page), "<img")).isZero();
    assertThat(occurrences(page, "<script")).isEqualTo(3);
    assertThat(occurrences(page, "</script")).isEqualTo(3);
    assertThat(occurrences(page, "\\u003c/script\\u003e")).isPositive();
  }

  @Test
  void page_asksTheNetworkForNothing() {
    String page = page(FakeRun.oneBadRegion().result());
    String markup = markup(page);

    assertThat(markup).contains("default-src 'none'");
    assertThat(markup).doesNotContain("http:").doesNotContain("https:").doesNotContain("//");
    assertThat(markup).doesNotContain(" src=").doesNotContain("<link").doesNotContain("@import");
    assertThat(markup).doesNotContain("url(");
  }

  @Test
  void millionEvents_fitIntoFourMebibytes_andFailedCallsAreKeptFirst() {
    String page = page(new FakeRun().load(250_000, 300).result());

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(occurrences(page, "<tr id=\"call-")).isEqualTo(1000);
    assertThat(occurrences(page, "<span class=\"bit set\">")).isEqualTo(833);
    assertThat(markup(page)).contains("249000 more calls not shown, 0 of them failed.");
    assertThat(markup(page)).contains("250000 bios are too many to draw one by one");
  }

  @Test
  void twentyThousandBars_andWideCalls_fitAsWell() {
    FakeRun run = new FakeRun();
    for (int call = 0; call < 310; call++) {
      run.call(call, call, io.dmio.block.RequestOp.WRITE, true, 64, 64 * 8);
      for (int region = 0; region < 64; region++) {
        run.submit(call * 64 + region, call, region, region % 3, 1L << 40, 4096, call);
        run.end(call * 64 + region, call + 1_000_000L, FakeRun.MEDIUM, region % 3, 0, call);
      }
      run.notified(call, call + 1_000_000L, -1L);
    }
    String page = page(run.result());

    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
    assertThat(occurrences(page, "<tr id=\"call-")).isEqualTo(62);
    assertThat(markup(page)).contains("248 more calls not shown, 248 of them failed.");
    assertThat(markup(page)).contains("<i>63:a</i>");
  }

  @Test
  void longScenario_isCutWithAWord() {
    List<String> lines =
        IntStream.rangeClosed(1, 5000).mapToObj(i -> "# " + i).collect(Collectors.toList());
    ScenarioLines source = new ScenarioLines("f.yaml", lines, Map.of(0, 4001), "replay");
    String page = PageText.of(RunModel.of(FakeRun.oneBadRegion().result()), source);

    assertThat(markup(page)).contains("1000 more lines not shown.").doesNotContain("#L4001");
  }

  private static String page(RunResult result) {
    ScenarioLines source = result.rules().isEmpty() ? RealRun.source() : FakeRun.source();
    return PageText.of(RunModel.of(result), source);
  }

  /** The page without its scripts: only these may speak of other places, in their comments. */
  private static String markup(String page) {
    return page.replaceAll("(?s)<script.*?</script>", "");
  }

  private static int occurrences(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
