package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.FakeRun;
import io.dmio.model.RealRun;
import io.dmio.story.ScenarioLines;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Opens pages in a real browser. Where there is no Chromium the tests are skipped with a line that
 * says so. Screenshots are left in {@code target/browser}.
 */
final class PageInBrowserTest {

  private static final Path SCREENSHOTS = Path.of("target", "browser");

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static String small;
  private static String large;

  @BeforeAll
  static void open() throws Exception {
    Path executable = Chromium.find();
    if (executable == null) {
      System.out.println("SKIPPED: the tests in a browser, since there is no chromium on the PATH");
    }
    Assumptions.assumeTrue(executable != null, "there is no chromium on the PATH");
    Files.createDirectories(SCREENSHOTS);
    small = page("small", RealRun.run(300, RunListener.NONE));
    large = page("large", new FakeRun().load(250_000, 9_000).result());
    chromium = new Chromium(executable, Files.createDirectory(folder.resolve("profile")));
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingWasWrong_andNothingLeftTheMachine() {
    assertThat(chromium.trouble).isEmpty();
  }

  @Test
  void verdictSeedFingerprintAndCommand_areAboveTheFold() throws IOException {
    chromium.open(small, 1280, 720, false);

    for (String part : new String[] {".verdict", "h1", ".facts", "#replay", "#copy"}) {
      assertThat(Double.parseDouble(chromium.value(bottomOf(part)))).as(part).isLessThan(720);
    }
    chromium.screenshot(SCREENSHOTS.resolve("top-1280x720.png"));
  }

  @Test
  void setBit_whenClicked_tellsItsStory_andFramesItsBio() throws IOException {
    chromium.open(small, 1600, 900, false);
    clickOn("a[data-bio]");
    String bio = chromium.value("document.querySelector('a[data-bio]').dataset.bio");

    chromium.waitFor("!document.getElementById('details').hidden");
    assertThat(chromium.value("document.getElementById('details').textContent"))
        .contains("Bio " + bio, "ended with MEDIUM", "Therefore bit", "event ", "line ");
    assertThat(chromium.value("location.hash")).isEqualTo("#bio=" + bio);
    assertThat(shown()).isLessThan(wholeRun());
    chromium.screenshot(SCREENSHOTS.resolve("details-1600x900.png"));
  }

  @Test
  void partOfABio_whenSelected_leadsToItsBio() throws IOException {
    CutRun run = CutRun.of(StackedReportTest.TEXT);
    Path here = folder.resolve("stacked");
    RunReport.write(here, run.result(), run.source(), EnumSet.of(ReportFormat.HTML));
    String page = here.resolve("index.html").toUri().toString();
    chromium.open(page, 1600, 900, false);
    String part = chromium.value("dmio.data.bars.part.findIndex(sender => sender === 3)");
    String event = chromium.value("dmio.data.bars.first[" + part + "]");
    chromium.open(page + "#event=" + event, 1600, 900, false);

    assertThat(chromium.value("document.getElementById('details').textContent"))
        .contains("Part of bio 0", "sent on by wide", "Sent on", "event " + event);
    assertThat(chromium.value("document.querySelectorAll('#iostat .line').length")).isEqualTo("4");
    chromium.screenshot(SCREENSHOTS.resolve("stacked-1600x900.png"));
    chromium.open(page + "#bio=0", 1600, 900, false);
    assertThat(chromium.value("document.getElementById('details').textContent"))
        .startsWith("Bio 0");
  }

  @Test
  void deepLinkToAnEvent_opensItsDetails() throws IOException {
    chromium.open(small, 1600, 900, false);
    String event = chromium.value("dmio.data.bars.first[7] + dmio.data.bars.last[7]");
    chromium.open(small + "#event=" + event, 1600, 900, false);

    assertThat(chromium.value("document.getElementById('details').hidden")).isEqualTo("false");
    assertThat(chromium.value("document.getElementById('details').textContent"))
        .contains("event " + event);
    assertThat(chromium.value("dmio.selected.kind + dmio.selected.at")).isEqualTo("bar7");
  }

  @Test
  void deepLinkToWhatIsNotShown_saysWhichWindowShowsIt() throws IOException {
    chromium.open(large + "#event=600000", 1600, 900, false);

    assertThat(chromium.value("document.getElementById('linknote').textContent"))
        .containsPattern(
            "event 600000 is between .* A report with --window \\d+[mun]?s\\.\\.\\d+[mun]?s does");
    chromium.open(large + "#event=99999999", 1600, 900, false);
    assertThat(chromium.value("document.getElementById('linknote').textContent"))
        .isEqualTo("This run has no event 99999999.");
  }

  @Test
  void fault_whenSelected_tellsItsReason() throws IOException {
    chromium.open(small, 1600, 900, false);
    chromium.open(
        small + "#event=" + chromium.value("dmio.data.faults.event[0]"), 1600, 900, false);
    int rule = Integer.parseInt(chromium.value("dmio.data.faults.rule[0]"));
    String reason = RealRun.source().reasonOf(rule);

    assertThat(chromium.value("dmio.tips.fault(0)")).contains(reason);
    assertThat(chromium.value("document.getElementById('details').textContent")).contains(reason);
    assertThat(reason).isNotEmpty();
  }

  @Test
  void wheelAndKeys_zoomAndMove() throws IOException {
    chromium.open(small, 1600, 900, false);
    chromium.value("document.getElementById('chart').scrollIntoView()");
    double whole = wholeRun();
    chromium.waitFor("Math.abs(" + topOf("#chart") + ") < 40");
    chromium.zoomAt(800, 200);
    chromium.waitFor("dmio.view.to - dmio.view.from < " + (long) (whole * 0.99));
    chromium.value("document.getElementById('chart').focus()");
    double before = shown();
    chromium.key("+");
    assertThat(shown()).isBetween(before * 0.49, before * 0.51);
    String from = chromium.value("dmio.view.from");
    chromium.key("ArrowRight");
    assertThat(chromium.value("dmio.view.from > " + from)).isEqualTo("true");
    chromium.key("0");
    assertThat(shown()).isBetween(whole * 0.98, whole * 1.02);
    chromium.key("n");
    assertThat(chromium.value("dmio.data.bars.status[dmio.selected.at]")).isEqualTo("MEDIUM");
    chromium.key("Escape");
    assertThat(chromium.value("dmio.selected")).isEqualTo("null");
  }

  @Test
  void darkMode_followsTheSystem_andTheButton() throws IOException {
    chromium.open(small, 1920, 1080, true);
    chromium.screenshot(SCREENSHOTS.resolve("dark-1920x1080.png"));
    assertThat(chromium.value("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(18, 23, 28)");
    clickOn("#theme");

    assertThat(chromium.value("document.getElementById('theme').textContent"))
        .isEqualTo("Colours: light");
    assertThat(chromium.value("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    chromium.value("localStorage.clear()");
  }

  @Test
  void downloads_haveARowForEveryBio() throws IOException {
    chromium.open(small, 1280, 720, false);

    assertThat(chromium.value("dmio.files['bios.csv']().trim().split('\\n').length"))
        .isEqualTo(chromium.value("dmio.data.bars.bio.length + 1"));
    assertThat(chromium.value("JSON.parse(dmio.files['page.json']()).seed")).isEqualTo("0x7");
  }

  @Test
  void millionEvents_areDrawn_andZoomShowsSingleBios() throws IOException {
    chromium.open(large, 1600, 900, false);
    chromium.value("document.getElementById('timeline').scrollIntoView()");
    chromium.screenshot(SCREENSHOTS.resolve("large-1600x900.png"));
    assertThat(chromium.value("dmio.lanes.near()")).isEqualTo("false");
    chromium.value("document.getElementById('chart').focus()");
    chromium.key("n");

    assertThat(chromium.value("dmio.lanes.near()")).isEqualTo("true");
    chromium.screenshot(SCREENSHOTS.resolve("large-zoomed-1600x900.png"));
  }

  private static void clickOn(String selector) throws IOException {
    chromium.value(
        "document.querySelector('"
            + selector
            + "').scrollIntoView({behavior:'instant',block:'center'})");
    String box = "document.querySelector('" + selector + "').getBoundingClientRect()";
    double x = Double.parseDouble(chromium.value(box + ".x + " + box + ".width / 2"));
    double y = Double.parseDouble(chromium.value(box + ".y + " + box + ".height / 2"));
    chromium.click(x, y);
  }

  private static String bottomOf(String selector) {
    return "document.querySelector('" + selector + "').getBoundingClientRect().bottom";
  }

  private static String topOf(String selector) {
    return "document.querySelector('" + selector + "').getBoundingClientRect().top";
  }

  private static double shown() throws IOException {
    return Double.parseDouble(chromium.value("dmio.view.to - dmio.view.from"));
  }

  private static double wholeRun() throws IOException {
    return Double.parseDouble(chromium.value("dmio.data.end - dmio.data.from"));
  }

  private static String page(String name, RunResult result) throws IOException {
    ScenarioLines source = result.rules().isEmpty() ? FakeRun.source() : RealRun.source();
    RunReport.write(folder.resolve(name), result, source, EnumSet.of(ReportFormat.HTML));
    return folder.resolve(name).resolve("index.html").toUri().toString();
  }
}
