package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page of the reference that is made from the code. */
final class GeneratedPart {

  private static final Path PAGES = Path.of("..", "docs", "reference");
  private static final String END = "<!-- end -->";

  private GeneratedPart() {}

  /** Compares the part of a page that begins with {@code <!-- generated NAME -->}, or writes it. */
  static void check(String page, String name, String text) throws IOException {
    Path file = PAGES.resolve(page);
    String written = Files.readString(file);
    String mark = "<!-- generated " + name + " -->";
    int begin = written.indexOf(mark) + mark.length();
    assertThat(written).contains(mark);
    int end = written.indexOf(END, begin);
    String expected = "\n" + text.strip() + "\n";
    if (System.getProperty("dmio.writeDocs") != null) {
      Files.writeString(file, written.substring(0, begin) + expected + written.substring(end));
      return;
    }
    assertThat(written.substring(begin, end))
        .as(page + ": CONTRIBUTING.md says how it is written anew")
        .isEqualTo(expected);
  }
}
