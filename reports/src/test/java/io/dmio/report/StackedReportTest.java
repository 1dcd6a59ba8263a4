package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.BioTable;
import io.dmio.model.RunModel;
import io.dmio.report.export.BlktraceExport;
import io.dmio.report.export.CsvExport;
import io.dmio.report.figures.DeviceUse;
import io.dmio.report.figures.Mark;
import io.dmio.report.page.PageBuilder;
import io.dmio.report.page.RawContent;
import io.dmio.report.page.RunPage;
import io.dmio.story.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What reports say of stacked devices. */
final class StackedReportTest {

  static final String TEXT =
      """
      dmio: 1
      scenario: cut
      devices:
        a: { size: 1MiB, latency: 100us }
        b: { size: 1MiB, latency: 200us }
        top: { table: ["0 64 linear wide 8"] }
        wide:
          table:
            - "0 64 striped 2 8 a 0 b 0"
            - "64 64 flakey b 512 0 1 1 drop_writes"
            - "128 64 error"
      faults:
        - { media-error: b@2, ops: [write], id: worn }
      tasks:
        t:
          - get: 4
          - { write: [top@0+16, a@64+8], id: w }
          - { write: wide@120+16, id: into }
          - { write: wide@64+4, id: dropped }
      events:
        - { offline: a, after: dropped, id: gone }
      """;

  private final CutRun run = CutRun.of(TEXT);
  private final RunModel model = RunModel.of(run.result());

  @Test
  void story_leadsDownToThePart_orToTheLineOfTheTable() {
    assertThat(run.story())
        .containsSubsequence(
            "  At 200us bio 0 of region 0 (top, sectors 0-15) ended with MEDIUM: its part on b"
                + " (sectors 0-7) ended with MEDIUM, because of sector 2 of b: rule worn"
                + " (cut.yaml:13).",
            "  Therefore bit 0 of w is set.",
            "  At 200us bio 2 of region 0 (wide, sectors 120-135) ended with IOERR, because the"
                + " table of wide says \"128 64 error\" (cut.yaml:11).",
            "Lost: sectors 512-515 of b hold zeroes, should hold what dropped wrote; found at 200us,"
                + " at rest, because of the table of wide (cut.yaml:10).");
  }

  @Test
  void parts_haveTheNumberOfTheirBio_andALaneOfTheDeviceBelow() {
    BioTable bios = model.bios();

    assertThat(bios.bios()).isEqualTo(4);
    List<String> parts = new ArrayList<>();
    for (int row = 0; row < bios.count(); row++) {
      if (bios.isPart(row)) {
        BioTable.Origin from = bios.origin(row);
        parts.add(
            bios.number(row)
                + ": "
                + from.device()
                + "@"
                + from.sector()
                + " is "
                + bios.device(row)
                + "@"
                + bios.sector(row)
                + "+"
                + bios.sectors(row)
                + " "
                + bios.outcome(row));
      }
    }
    assertThat(parts)
        .containsExactly(
            "0: 2@0 is 3@8+16 MEDIUM", "0: 3@8 is 1@0+8 MEDIUM", "0: 3@16 is 0@8+8 OK");
    assertThat(model.bios().failedFirst(0)).isEqualTo(2);
    assertThat(model.bios().failedCount()).isEqualTo(2);
    assertThat(DeviceUse.of(model)[1].others()).isEqualTo(1);
  }

  @Test
  void blkparse_remapsFromStackedDevices() throws IOException {
    StringWriter written = new StringWriter();
    new BlktraceExport(model).writeText(written);
    String text = written.toString();

    assertThat(text.lines().filter(line -> line.contains("  A ")).map(StackedReportTest::words))
        .startsWith(
            "253,1 A W 0 + 16 <- (253,0) 0",
            "253,2 A W 8 + 16 <- (253,1) 0",
            "8,16 A W 0 + 8 <- (253,2) 8",
            "8,0 A W 8 + 8 <- (253,2) 16");
    assertThat(text.lines().filter(line -> line.contains("  C ")).count()).isEqualTo(11);
  }

  private static String words(String line) {
    List<String> words = List.of(line.strip().split(" +"));
    return words.get(0)
        + " "
        + words.get(5)
        + " "
        + words.get(6).replace("S", "")
        + " "
        + String.join(" ", words.subList(7, words.size()));
  }

  @Test
  void phases_areMarks_amongWhatHappened() {
    Wording words = new Wording(run.result(), run.source());

    assertThat(Mark.of(model, words, 10).stream().map(Mark::label))
        .containsExactly("wide down", "offline: a");
    assertThat(Mark.of(model, words, 1)).hasSize(1);
    assertThat(Mark.of(model, words, 10).get(0).story())
        .isEqualTo(
            "At 0ns wide went down: the table of wide says \"64 64 flakey b 512 0 1 1 drop_writes\""
                + " (cut.yaml:10).");
  }

  @Test
  void devices_showTheirTables_andBitsLeadToThem() {
    RawContent none = new RawContent(new byte[0]);
    RunPage page = new PageBuilder(model, run.source()).page(none, none, none);

    assertThat(page.stacked()).isTrue();
    assertThat(page.devices().get(2).table()).containsExactly("0 64 linear wide 8");
    assertThat(page.bios()).hasSize(4);
    assertThat(page.biosNote()).isEmpty();
    assertThat(page.calls().get(1).regions().get(0).rule()).isEqualTo("table of wide");
    assertThat(page.calls().get(1).regions().get(0).line()).isEqualTo(11);
    assertThat(page.power().losses().get(0).rule()).isEqualTo("table of wide");
    assertThat(page.power().losses().get(0).line()).isEqualTo(10);
  }

  @Test
  void csv_hasBiosOnly() throws IOException {
    StringWriter written = new StringWriter();
    new CsvExport(model).writeTo(written);
    String csv = written.toString();
    String numbers =
        IntStream.range(1, 5)
            .mapToObj(line -> csv.lines().toList().get(line).split(",")[0])
            .collect(Collectors.joining(" "));
    assertThat(numbers).isEqualTo("0 1 2 3");
    assertThat(csv.lines()).hasSize(5);
  }
}
