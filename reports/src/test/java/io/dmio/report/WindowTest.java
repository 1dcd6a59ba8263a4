package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.model.FakeRun;
import io.dmio.model.PoolTrack;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import io.dmio.report.figures.Latencies;
import io.dmio.report.figures.StepChoice;
import io.dmio.report.figures.Timeline;
import io.dmio.sim.EventKind;
import io.dmio.testbed.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report of a part of a run. The load's n-th bio lasts from n times 10 us, for 9 us. */
final class WindowTest {

  private static final TimeWindow TWENTIES = new TimeWindow(209_000, 300_000);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"0,0", "5,5", "6,5", "-1,5"})
  void windowWithoutTime_isRefused(long from, long to) {
    assertThatThrownBy(() -> new TimeWindow(from, to))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(from + "ns.." + to + "ns");
  }

  @Test
  void text_isWhatACommandLineTakes() {
    assertThat(new TimeWindow(0, 2_500_000).text()).isEqualTo("0ns..2500us");
    assertThat(new TimeWindow(1_000_001, 3_000_000_000L).text()).isEqualTo("1000001ns..3s");
  }

  @ParameterizedTest
  @CsvSource({
    "0,      9_000,   true", // ends are included
    "9_001,  9_999,   false",
    "9_000,  9_500,   true",
    "9_500,  10_000,  true",
    "12_000, 13_000,  true"
  })
  void biosAndCalls_areShown_ifTheyOverlap(String from, String to, boolean any) {
    RunModel model = RunModel.of(new FakeRun().load(2, 0).result(), window(from, to));
    boolean bio = model.showsBio(0) || model.showsBio(1);

    assertThat(bio).isEqualTo(any);
    assertThat(model.showsCall(0) || model.showsCall(1)).isEqualTo(any);
  }

  @Test
  void whatNeverEnded_lastsUntilTheEndOfTheRun() {
    FakeRun run = new FakeRun().load(10, 0);
    run.submit(99, 5, 0, 0, 0, 4096, -1);
    RunModel model = RunModel.of(run.result(), new TimeWindow(20_000, 30_000));

    assertThat(model.showsBio(model.bios().rowOf(99))).isTrue();
    assertThat(model.bioEnd(model.bios().rowOf(99))).isEqualTo(99_000);
  }

  @Test
  void window_endsWithTheRun_andWithoutOneEverythingIsShown() {
    RunResult result = new FakeRun().load(10, 0).result();

    assertThat(RunModel.of(result, new TimeWindow(50_000, 1_000_000)).window())
        .isEqualTo(new TimeWindow(50_000, 99_000));
    assertThat(RunModel.of(result).window()).isEqualTo(new TimeWindow(0, 99_000));
    assertThat(RunModel.of(result).windowed()).isFalse();
  }

  @Test
  void timeline_hasSingleBios_whereTheWholeRunHasTooMany() {
    RunResult result = new FakeRun().load(1_000, 100).result();

    assertThat(Timeline.of(RunModel.of(result), 200).binned()).isTrue();
    Timeline close = Timeline.of(RunModel.of(result, TWENTIES), 200);
    assertThat(close.binned()).isFalse();
    assertThat(close.bars()).containsExactly(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
  }

  @Test
  void columns_ofAWindow_countItsBiosAlone_andTheirTimeInIt() {
    RunResult result = new FakeRun().on(List.of("a")).load(1_000, 10).result();
    TimeWindow window = new TimeWindow(1_005_000, 5_004_000);
    Timeline timeline = Timeline.of(RunModel.of(result, window), 100);
    var columns = timeline.columns();
    long busyNanos =
        columns.stream().mapToLong(c -> c.meanMilli() * timeline.columnNanos() / 1000).sum();

    assertThat(timeline.shown()).isEqualTo(401);
    assertThat(columns.stream().mapToLong(Timeline.Column::bios).sum()).isEqualTo(401);
    assertThat(columns.stream().mapToLong(Timeline.Column::failed).sum()).isEqualTo(40);
    assertThat(columns.get(0).fromNanos()).isEqualTo(1_005_000);
    assertThat(columns).allMatch(column -> column.worstNanos() <= 9_000);
    assertThat(busyNanos).isBetween(399 * 9_000L + 8_000 - 100_000, 399 * 9_000L + 8_000);
  }

  @Test
  void poolSteps_beginWithTheLevelThatHeldBefore() {
    PoolTrack pool = new PoolTrack("p");
    for (int i = 0; i < 1_000; i++) {
      if (i == 403) {
        pool.waits(i * 10L, 5);
      } else {
        pool.level(i * 10L, i, i == 555 ? 1 : i == 400 ? 90 : 50, false);
      }
    }

    assertThat(StepChoice.of(pool, 300, new TimeWindow(105, 130))).containsExactly(10, 11, 12, 13);
    assertThat(StepChoice.of(pool, 300, new TimeWindow(105, 109))).containsExactly(10);
    int[] many = StepChoice.of(pool, 30, new TimeWindow(4_005, 8_000));
    assertThat(many).isSorted().doesNotHaveDuplicates().startsWith(400).endsWith(800).contains(555);
    assertThat(many.length).isLessThanOrEqualTo(34);
  }

  @Test
  void pool_thatBeginsBehindTheWindow_isNotDrawn() throws Exception {
    FakeRun run = new FakeRun().load(10, 0);
    run.at(60_000, EventKind.POOL_RESIZE, 0, 0, 0, 4, 0);
    run.at(0, EventKind.POOL_RESIZE, 1, 0, 0, 4, 0);
    write(run.result(), new TimeWindow(10_000, 20_000));

    assertThat(folder.resolve("pool.svg")).content().contains("engine.bios", "engine.bios waiting");
    assertThat(folder.resolve("pool.svg")).content().doesNotContain("engine.ios waiting");
  }

  @Test
  void latencies_countWhatEndedInTheWindow() {
    RunResult result = new FakeRun().on(List.of("a")).load(100, 0).result();
    Latencies latencies = Latencies.of(RunModel.of(result, TWENTIES));

    assertThat(latencies.calls().count()).isEqualTo(10);
    assertThat(latencies.devices().get(0).count()).isEqualTo(10);
  }

  @Test
  void page_listsCallsOfTheWindowFirst_failedOnesBeforeOthers() {
    String page = page(new FakeRun().load(3_000, 25).result(), TWENTIES);

    assertThat(page)
        .containsSubsequence(
            "11 calls overlap the window 209us..300us; pale rows are outside, shown where there is",
            "<tr id=\"call-24\" class=\"bad\">",
            "<td class=\"n\">240us</td>",
            "<tr id=\"call-20\">",
            "<tr id=\"call-30\">",
            "<tr id=\"call-49\" class=\"outside\">",
            "2000 more calls not shown, 0 of them failed.",
            "11 bios overlap the window",
            "<tr id=\"bio-0\" class=\"outside\">",
            "<tr id=\"bio-20\">");
  }

  @Test
  void page_keepsTheBiosOfTheWindow_whenOthersAreTooMany() {
    TimeWindow window = new TimeWindow(24_000_000, 29_900_000);
    String page = page(new FakeRun().load(3_000, 0).result(), window);

    assertThat(page)
        .contains("591 calls overlap the window", "591 bios overlap the window")
        .contains("<tr id=\"bio-2400\">", "<tr id=\"bio-2990\">");
  }

  @Test
  void page_keepsTheBiosOfTheWindow_whenFailedOnesOutsideAreTooMany() {
    FakeRun run = new FakeRun().load(5, 0);
    for (int call = 5; call < 45; call++) {
      run.call(call, 1_000_000, RequestOp.WRITE, false, 64, 64 * 8);
      for (int region = 0; region < 64; region++) {
        run.submit(call * 64 + region, 1_000_000, region, 0, 0, 4096, call);
        run.end(call * 64 + region, 2_000_000, FakeRun.MEDIUM, 0, 0, call);
      }
      run.returned(call, 2_000_000, Errno.EIO, -1, true);
    }
    String page = page(run.result(), new TimeWindow(0, 50_000));

    assertThat(page).contains("<tr id=\"bio-0\">", "<tr id=\"bio-4\">");
    assertThat(page).contains("<a href=\"#bio-320\" ", "<tr id=\"bio-320\" class=\"outside\">");
  }

  @Test
  void page_saysWhatItShows_andHowToGetTheRest() {
    RunResult result = new FakeRun().load(3_000, 0).result();

    assertThat(page(result, TWENTIES))
        .contains("Timeline, pools and latencies show the window 209us..300us of virtual time,")
        .contains("whole run, which took 29.999ms. The same command without --window shows all")
        .contains("Only what ended in the window 209us..300us counts.", "Whole window</button>");
    assertThat(page(result, new TimeWindow(0, 20_000_000)))
        .contains("2001 calls overlap the window 0ns..20ms; 1000 of them are shown.");
    assertThat(page(result, TimeWindow.ALL))
        .contains("Whole run</button>")
        .doesNotContain("--window", "overlap the window", "class=\"outside\"");
  }

  @Test
  void crowdedWindow_advisesASmallerOne() {
    String page = page(new FakeRun().load(30_000, 0).result(), new TimeWindow(0, 250_000_000));

    assertThat(page)
        .contains(
            "25001 bios are too many to draw",
            "a report with --window FROM..TO shows all of a smaller window.");
  }

  @Test
  void pictures_nameTheWindow_andTakeAUnitThatSuitsIt() throws Exception {
    write(new FakeRun().load(3_000, 0).result(), new TimeWindow(20_000_000, 20_050_000));

    for (String name : List.of("timeline", "pool", "latency")) {
      assertThat(folder.resolve(name + ".svg")).content().contains("window 20ms..20050us");
    }
    assertThat(folder.resolve("timeline.svg"))
        .content()
        .contains("virtual time [us]", ">20000<", ">20050<")
        .contains("w[2004], region 0")
        .doesNotContain("w[2006]");
    assertThat(folder.resolve("latency.svg"))
        .content()
        .contains("how many ended in the window.", "calls (clat), 5");
  }

  @Test
  void cross_standsInThePicture_onlyIfTheBioEndedThere() throws Exception {
    RunResult result = FakeRun.oneBadRegion().result();
    write(result, new TimeWindow(50_000, 4_000_000));
    byte[] before = Files.readAllBytes(folder.resolve("timeline.svg"));
    write(result, new TimeWindow(50_000, 4_100_000));
    byte[] after = Files.readAllBytes(folder.resolve("timeline.svg"));

    // The legend has one; each other one is a shape more.
    assertThat(shapes(after)).isGreaterThan(shapes(before));
  }

  private static long shapes(byte[] svg) {
    String text = new String(svg, java.nio.charset.StandardCharsets.UTF_8);
    return Arrays.stream(text.split("<")).filter(tag -> tag.startsWith("path ")).count();
  }

  private static TimeWindow window(String from, String to) {
    return new TimeWindow(
        Long.parseLong(from.replace("_", "")), Long.parseLong(to.replace("_", "")));
  }

  private static String page(RunResult result, TimeWindow window) {
    return PageText.of(RunModel.of(result, window), FakeRun.source())
        .replaceAll("(?s)<script.*?</script>", "");
  }

  private void write(RunResult result, TimeWindow window) throws Exception {
    RunReport.write(folder, result, FakeRun.source(), EnumSet.of(ReportFormat.SVG), window);
  }
}
