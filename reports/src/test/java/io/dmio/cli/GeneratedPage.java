package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the reference with parts that are made from the code. */
final class GeneratedPage {

  private static final Path PAGES = Path.of("..", "docs", "reference");
  private static final String END = "<!-- end -->";

  private GeneratedPage() {}

  /** The whole text of a page. */
  static String read(String page) throws IOException {
    return Files.readString(PAGES.resolve(page));
  }

  /** Compares the part of a page between a mark of its own and the next end, or writes it. */
  static void check(String page, String mark, String text) throws IOException {
    String written = read(page);
    String begin = mark + "\n";
    assertThat(written).contains(begin, END);
    int first = written.indexOf(begin) + begin.length();
    int end = written.indexOf(END, first);
    if (System.getProperty("dmio.writeDocs") != null) {
      String changed = written.substring(0, first) + text + written.substring(end);
      Files.writeString(PAGES.resolve(page), changed);
      return;
    }
    assertThat(written.substring(first, end))
        .as(page + ": CONTRIBUTING.md says how it is written anew")
        .isEqualTo(text);
  }
}
