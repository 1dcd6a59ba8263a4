package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.model.FakeRun;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class RunReportTest {

  private static final List<String> PICTURES = List.of("timeline", "pool", "sectors", "latency");

  @TempDir private Path folder;

  @Test
  void allFormats_makeOnePageAndFourPicturesTwice() throws IOException {
    write(folder, EnumSet.allOf(ReportFormat.class));

    assertThat(names(folder))
        .containsExactly(
            ".dmio-files",
            "index.html",
            "latency.png",
            "latency.svg",
            "pool.png",
            "pool.svg",
            "sectors.png",
            "sectors.svg",
            "timeline.png",
            "timeline.svg");
  }

  @Test
  void onlyWhatIsAskedFor_isWritten_andForeignFilesStay() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("pool.png"), "mine as well");
    write(folder, EnumSet.of(ReportFormat.HTML));

    assertThat(names(folder)).containsExactly(".dmio-files", "index.html", "notes.txt", "pool.png");
    assertThat(folder.resolve("pool.png")).hasContent("mine as well");
  }

  @Test
  void equalRuns_giveEqualBytes() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("deeper/second");
    write(first, EnumSet.allOf(ReportFormat.class));
    write(second, EnumSet.allOf(ReportFormat.class));
    write(second, EnumSet.allOf(ReportFormat.class));

    for (String name : names(first)) {
      assertThat(first.resolve(name)).hasSameBinaryContentAs(second.resolve(name));
    }
    assertThat(names(second)).isEqualTo(names(first));
  }

  @Test
  void svg_isWellFormed_withTitleUnitsAndSize() throws Exception {
    write(folder, EnumSet.of(ReportFormat.SVG));

    for (String name : PICTURES) {
      Document document = parse(Files.readString(folder.resolve(name + ".svg")));
      String text = document.getDocumentElement().getTextContent();
      assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("1600");
      assertThat(document.getDocumentElement().getAttribute("height")).isEqualTo("900");
      assertThat(text).contains("one-bad-region, seed 0x7: PASSED");
    }
    assertThat(text("timeline")).contains("virtual time [ms]", "device", "waiting in the queue");
    assertThat(text("pool")).contains("engine.bios", "in reserve", "callers waiting", "[ms]");
    assertThat(text("sectors")).contains("c [sector]", "a fault hits or sets in", "[ms]");
    assertThat(text("latency")).contains("calls (clat), 1", "bios of c (Q2C), 1", "p99.9", "ms");
  }

  @Test
  void pictures_are1600By900() throws IOException {
    write(folder, EnumSet.of(ReportFormat.PNG));

    for (String name : PICTURES) {
      var image = javax.imageio.ImageIO.read(folder.resolve(name + ".png").toFile());
      assertThat(image.getWidth()).isEqualTo(1600);
      assertThat(image.getHeight()).isEqualTo(900);
    }
  }

  @Test
  void aRunWithoutAnything_isDrawnToo() throws IOException {
    RunReport.write(
        folder,
        new FakeRun().on(List.of()).result(),
        FakeRun.source(),
        EnumSet.allOf(ReportFormat.class));

    assertThat(names(folder)).hasSize(10);
  }

  private static void write(Path to, Set<ReportFormat> formats) throws IOException {
    RunReport.write(to, FakeRun.oneBadRegion().result(), FakeRun.source(), formats);
  }

  private String text(String name) throws Exception {
    return parse(Files.readString(folder.resolve(name + ".svg")))
        .getDocumentElement()
        .getTextContent();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }
}
