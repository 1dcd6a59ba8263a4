package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.FakeRun;
import io.dmio.model.RunModel;
import io.dmio.model.TimeWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarksTest {

  @TempDir private Path folder;

  @Test
  void pictures_haveALineAndALabelForEverythingThatHappened() throws IOException {
    CutRun run = CutRun.of(CutRun.CUT);
    RunReport.write(folder, run.result(), run.source(), EnumSet.of(ReportFormat.SVG));
    assertThat(Files.readString(folder.resolve("timeline.svg")))
        .contains("power cut: a, b", "power back: a, b", "host dies", "boot 2");
    assertThat(occurrences("timeline.svg", "rgb(0,102,74)"))
        .as("lines of what came back")
        .isGreaterThanOrEqualTo(2);
    assertThat(occurrences("pool.svg", "rgb(0,102,74)")).isGreaterThanOrEqualTo(2);
    assertThat(Files.readString(folder.resolve("pool.svg"))).doesNotContain("host dies");
  }

  @Test
  void window_hasTheMarksThatLieInIt() throws IOException {
    CutRun run = CutRun.of(CutRun.CUT);
    RunReport.write(
        folder,
        run.result(),
        run.source(),
        EnumSet.of(ReportFormat.SVG, ReportFormat.HTML),
        new TimeWindow(300_000, 520_000));
    assertThat(Files.readString(folder.resolve("timeline.svg")))
        .contains("power back: a, b", "host dies")
        .doesNotContain("power cut: a, b", "boot 2");
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("\"marks\":[{\"t\":340000,\"kind\":\"power\",\"label\":\"power back: a, b\"");
  }

  @Test
  void pageOfARunInWhichNothingHappens_hasNoMarks() {
    String page = PageText.of(RunModel.of(FakeRun.oneBadRegion().result()), FakeRun.source());
    assertThat(page).contains("\"marks\":[]").doesNotContain("A line of full height");
  }

  private int occurrences(String file, String part) throws IOException {
    return Files.readString(folder.resolve(file)).split(Pattern.quote(part), -1).length - 1;
  }
}
