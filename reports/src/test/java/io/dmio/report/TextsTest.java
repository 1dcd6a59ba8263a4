package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.check.Check;
import io.dmio.engine.Refusal;
import io.dmio.model.FakeRun;
import io.dmio.model.Quantities;
import io.dmio.model.RealRun;
import io.dmio.report.figures.LatencyRecorder;
import io.dmio.report.figures.LatencyStat;
import io.dmio.report.page.Columns;
import io.dmio.report.page.Json;
import io.dmio.report.picture.FontTrouble;
import io.dmio.report.picture.PictureStyle;
import io.dmio.sim.EventKind;
import io.dmio.story.Explanation;
import io.dmio.story.Wording;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextsTest {

  @Test
  void story_leadsFromTheBioByTheRuleToTheBit() {
    List<String> story = Explanation.story(FakeRun.oneBadRegion().result(), FakeRun.source());

    assertThat(story)
        .containsSubsequence(
            "one-bad-region, seed 0x7, classic: 1 call and 3 bios in 4.1ms of virtual time.",
            "At 1us task writer made the asynchronous write w over 3 regions.",
            "  At 4.1ms bio 12 of region 2 (c, sectors 2048-2055) ended with MEDIUM, because of"
                + " sector 2051 of c: rule grown-defect (one-bad-region.yaml:4: worn <out>, [31m at last).",
            "  Therefore bit 2 of w is set.",
            "  No bio of regions 0 (a), 1 (b) failed.",
            "  At 1us w returned OK.",
            "  At 4.1ms its callback heard the error bits 0b100.",
            "Never fired: sleeper (one-bad-region.yaml:5).",
            "PASSED: every check held.",
            "Again: ./dmio run one-bad-region.yaml --seed 0x7");
  }

  @Test
  void story_saysWhenABitIsMissing() {
    FakeRun run = new FakeRun();
    run.call(0, 0, RequestOp.WRITE, false, 1, 8);
    run.submit(1, 0, 0, 0, 0, 4096, 0);
    run.end(1, 10, FakeRun.MEDIUM, 0, 0, 0);
    run.returned(0, 10, Errno.EIO, 0, true);
    run.fails(FakeRun.failure(Check.ERROR_BITS, "bit 0 is missing", -1));
    List<String> story = Explanation.story(run.result(), FakeRun.source());

    assertThat(story)
        .containsSubsequence(
            "  At 10ns bio 1 of region 0 (a, sectors 0-7) ended with MEDIUM; no rule made it fail.",
            "  Bit 0 of w should be set, and is not.",
            "The check error-bits failed at 20.003118ms, event 4412: bit 0 is missing",
            "  expected: bit 2 set",
            "  found:    bit 2 clear",
            "FAILED: 1 failure.");
  }

  @Test
  void story_tellsRefusalsHangsAndQuietRuns() {
    FakeRun refused = new FakeRun();
    refused.call(0, 5, RequestOp.READ, false, 2, 16);
    refused.at(5, EventKind.REFUSE, 0, Refusal.MULTI_REGION_READ.ordinal(), 0, 0, 0);
    refused.returned(0, 5, Errno.EIO, 0, false);
    FakeRun hanging = new FakeRun();
    hanging.call(0, 5, RequestOp.WRITE, true, 1, 8);

    assertThat(Explanation.story(refused.result(), FakeRun.source()))
        .contains("  It was refused by the rule multi-region-read: no bio was made for it.")
        .contains("  At 5ns w returned EIO.");
    assertThat(Explanation.story(hanging.result(), FakeRun.source()))
        .contains("No call failed: every bit that was delivered is 0.")
        .contains("  w never returned.", "  Its callback was never called.");
  }

  @Test
  void story_isShort_andAscii_evenOfABusyRun() {
    List<String> story =
        Explanation.story(new FakeRun().load(50_000, 2).result(), FakeRun.source());

    assertThat(story.size()).isLessThan(100);
    assertThat(story).contains("24990 more calls failed and are not told.");
    assertThat(String.join("\n", story)).matches("[\\n -~]*");
  }

  @Test
  void summary_hasTheVerdictTheBitsThePoolsTheLatencyAndTheRules() {
    LatencyRecorder latency = new LatencyRecorder();
    latency.callEnded(0, RequestOp.WRITE, 1_000, 4_100_000, 4);
    List<String> lines =
        RunSummary.lines(FakeRun.oneBadRegion().result(), FakeRun.source(), latency);

    assertThat(lines)
        .containsExactly(
            "one-bad-region  seed 0x7  classic  3 devices, 2 fault rules",
            "PASSED  1 call, 3 bios, 4.1ms virtual  fingerprint 9f2c41d07be3a586"
                + "  outcome 0000000000000001",
            "  error bits   1 call failed in region 2 (0b100, bit 0 is rightmost)",
            "  mempool      engine.ios: low water 13 of 16, books balance",
            "  mempool      engine.bios: low water 13 of 16, books balance",
            "  latency      p50 4.1ms  p99 4.1ms  p99.9 4.1ms"
                + "  (of calls, to return or callback)",
            "  fault        grown-defect fired 1 time  one-bad-region.yaml:4",
            "  fault        sleeper fired never  one-bad-region.yaml:5",
            "  compared     nothing to compare: error-bits, calls, mempool, lifetime, shape, data,"
                + " durability, progress, usage, integrity, expect");
  }

  @Test
  void percentiles_areRoundedToThreeDigits() {
    assertThat(Quantities.roundedTime(80_032)).isEqualTo("80us");
    assertThat(Quantities.roundedTime(999_600)).isEqualTo("1ms");
    assertThat(Quantities.roundedTime(265_215)).isEqualTo("265us");
    assertThat(Quantities.roundedTime(7)).isEqualTo("7ns");
  }

  @Test
  void summary_beginsItsSecondLineWithTheVerdict_andShowsWhatHostileTextsHide() {
    RunResult failed =
        FakeRun.oneBadRegion()
            .fails(FakeRun.failure(Check.DATA, "gone\u001b[2J\nPASSED", 0))
            .result();
    List<String> lines = RunSummary.lines(failed, FakeRun.source(), null);

    assertThat(lines.get(1)).startsWith("FAILED  1 call");
    assertThat(lines).noneMatch(line -> line.contains("\u001b") || line.contains("\n"));
    assertThat(lines).anyMatch(line -> line.endsWith("gone\\u001b[2J\\nPASSED"));
  }

  @Test
  void summary_groupsManyFailedCalls() {
    RunResult result = RealRun.run(300, RunListener.NONE);
    List<String> lines = RunSummary.lines(result, RealRun.source(), null);

    assertThat(lines.size()).isLessThan(20);
    assertThat(lines)
        .anyMatch(line -> line.endsWith("worn-out fired 1 time  one-bad-region.yaml:3"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0ns, 0ns",
    "999, 999ns, 999ns",
    "1000, 1us, 1us",
    "81234, 81.234us, 81.234us",
    "999999, 999.999us, 999.999us",
    "999999500, 1s, 999.9995ms",
    "20003118, 20.003ms, 20.003118ms",
    "20003500, 20.004ms, 20.0035ms",
    "61000000000, 61s, 61s"
  })
  void times_areShortOrExact(long nanos, String text, String exact) {
    assertThat(Quantities.time(nanos)).isEqualTo(text);
    assertThat(Quantities.exactTime(nanos)).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource({"0, 0B", "512, 512B", "4096, 4KiB", "6144, 6KiB", "1572864, 1.5MiB"})
  void sizes_areIec(long bytes, String text) {
    assertThat(Quantities.size(bytes)).isEqualTo(text);
  }

  @Test
  void locale_changesNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Quantities.time(81_234)).isEqualTo("81.234us");
      assertThat(PictureStyle.plainNumber().format(1234.5)).isEqualTo("1234.5");
      assertThat(Wording.op(RequestOp.WRITE_ZEROES)).isEqualTo("write-zeroes");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void percentiles_neverLeaveTheExtremes() {
    LatencyStat stat = new LatencyStat();
    stat.record(81_000);
    stat.record(4_099_000);

    assertThat(stat.percentile(0)).isEqualTo(81_000);
    assertThat(stat.percentile(100)).isEqualTo(4_099_000);
    assertThat(stat.percentile(99.9)).isEqualTo(4_099_000);
    assertThat(stat.percentile(50)).isBetween(81_000L, 81_081L);
  }

  @Test
  void missingFonts_getAdvice_otherTroubleGoesOn() {
    InternalError fonts = new InternalError("java.lang.reflect.InvocationTargetException");
    RuntimeException cause = new RuntimeException("Fontconfig head is null");
    cause.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("sun.font.FontManagerFactory", "getInstance", "F.java", 1)
        });
    fonts.initCause(cause);

    assertThat(FontTrouble.explain(fonts))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no fonts on this machine")
        .hasMessageContaining("--format html");
    assertThatThrownBy(() -> FontTrouble.explain(new IllegalStateException("other")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> FontTrouble.explain(new StackOverflowError()))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void json_isSafeInsideAScript() {
    Json json = new Json();
    json.open('{').strings("a", List.of("</script>&'\"\\\u2028", "x"));
    json.key("n").value(-1).close('}');

    assertThat(json.toString())
        .isEqualTo(
            "{\"a\":[\"\\u003c/script\\u003e\\u0026'\\u0022\\u005c\\u2028\",\"x\"],\"n\":-1}");
    assertThat(json.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(json.toString());
  }

  @Test
  void columns_areArrays_andStepsAreWhatIsAdded() {
    Json json = new Json().open('{');
    Columns columns = new Columns("t", "n").steps("t");
    columns.add(5, -1);
    columns.add(7, 8);
    columns.add(6, 8);
    columns.write(json);
    new Columns("none").write(json);

    assertThat(json.close('}').toString()).isEqualTo("{\"t\":[5,2,-1],\"n\":[-1,8,8],\"none\":[]}");
  }
}
