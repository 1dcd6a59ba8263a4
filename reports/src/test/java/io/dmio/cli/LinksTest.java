package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the pages of the documentation lead somewhere. */
final class LinksTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");

  @Test
  void links_leadToAFileAndAHeading() throws IOException {
    int links = 0;
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (MatchResult link : LINK.matcher(Files.readString(page)).results().toList()) {
        links++;
        if (!leadsSomewhere(page, link.group(1), link.group(2))) {
          broken.add(ROOT.relativize(page) + ": " + link.group());
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(links).isGreaterThan(20);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md").map(ROOT::resolve),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static boolean leadsSomewhere(Path page, String file, String anchor) throws IOException {
    Path target = file.isEmpty() ? page : page.resolveSibling(file);
    if (!Files.exists(target)) {
      return false;
    }
    return anchor == null
        || Files.readString(target)
            .lines()
            .filter(line -> line.startsWith("#"))
            .anyMatch(heading -> anchorOf(heading).equals(anchor));
  }

  /** As forges make them: small letters, blanks to hyphens, other marks left out. */
  private static String anchorOf(String heading) {
    String text = heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT);
    return "#" + text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }
}
