package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.FakeRun;
import io.dmio.story.ComparedText;
import io.dmio.story.ScenarioLines;
import org.junit.jupiter.api.Test;

/** What the checks have compared, on a terminal and on the page. */
final class ComparedReportTest {

  private static final String TEXT =
      """
      dmio: 1
      scenario: cut
      devices: { a: { size: 1MiB }, b: { size: 1MiB } }
      tasks:
        t: [ { get: 1 }, { write: [a@0+8, b@0+8] }, { put: 1 } ]
      """;

  @Test
  void summary_countsByCheck_andNamesTheChecksWithNothingToCompare() {
    assertThat(CutRun.of(TEXT).summary())
        .endsWith(
            "  compared     error-bits 1, calls 3, mempool 23, lifetime 6, shape 10, data 16,"
                + " progress 1, usage 3",
            "               nothing to compare: durability, integrity, expect");
  }

  @Test
  void summary_givesTheReasonOfASkippedCheck_onOneLine() {
    String skipping = TEXT + "checks: { skip: { shape: \"by\\nhand\", durability: x } }\n";

    assertThat(CutRun.of(skipping).summary())
        .endsWith(
            "               nothing to compare: integrity, expect",
            "  skipped      shape: by hand",
            "  skipped      durability: x");
  }

  @Test
  void longCounts_areBrokenBetweenChecks() {
    ScenarioLines source = FakeRun.source();
    ComparedText text =
        new ComparedText(CutRun.of(TEXT).model().result().findings().compared(), source);

    assertThat(text.counts(30))
        .allMatch(line -> line.length() <= 31)
        .startsWith("error-bits 1, calls 3,", "mempool 23, lifetime 6,");
  }

  @Test
  void page_showsEveryCount_andWhatCameOfEachCheck() {
    String skipping = TEXT + "checks: { skip: { shape: by hand } }\n";
    String page = PageText.of(CutRun.of(skipping).model(), FakeRun.source());

    assertThat(page)
        .containsSubsequence(
            "<tr><th scope=\"row\">error-bits</th><td class=\"words\">held</td><td class=\"n\">1</td>",
            "title=\"bitsets that synchronous calls returned\">sync <b>1</b>",
            "<span class=\"none\" title=\"bitsets that callbacks heard\">async <b>0</b>",
            "<th scope=\"row\">shape</th><td class=\"words\">skipped</td><td class=\"n\">-</td>",
            "<th scope=\"row\">durability</th><td class=\"words\">nothing to compare</td>",
            "<th scope=\"row\">bug</th><td class=\"words\">held</td><td class=\"n\">-</td>");
  }

  @Test
  void page_saysThatAllWorldsCount_andWhichCheckFailed() {
    String each =
        TEXT.replace("size: 1MiB }, b", "size: 1MiB, latency: 1ms }, b")
            + "events: [ { power-cut: a, at: 100us, survives: each } ]\n"
            + "expect: { compared: { data: 1 } }\n";
    String page = PageText.of(CutRun.of(each).model(), FakeRun.source());

    assertThat(page)
        .contains("where it is compared, in all 256 worlds together.")
        .contains("<tr class=\"bad\"><th scope=\"row\">expect</th><td class=\"words\">failed</td>");
  }
}
