package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents lead to what there is. */
final class DocumentsTest {

  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @Test
  void links_leadToFilesAndHeadings() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        if (!link.group(1).contains("://") && !leadsSomewhere(document, link.group(1))) {
          broken.add(document + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void pages_areAllInTheIndex_andTheReadmeLeadsToIt() throws IOException {
    Path docs = ROOT.resolve("docs");
    Path index = docs.resolve("README.md");
    String links = Files.readString(index);
    assertThat(documents())
        .filteredOn(document -> document.startsWith(docs) && !document.equals(index))
        .map(document -> "(" + docs.relativize(document).toString().replace('\\', '/') + ")")
        .isNotEmpty()
        .allSatisfy(link -> assertThat(links).contains(link));
    assertThat(Files.readString(ROOT.resolve("README.md"))).contains("(docs/README.md)");
  }

  @Test
  void readme_isShort_andSaysItsWordsBeforeItUsesThem() throws IOException {
    List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
    assertThat(lines).hasSizeLessThanOrEqualTo(150);
    String text = String.join("\n", lines);
    for (String word : List.of("region", "bio", "error bit")) {
      assertThat(text.indexOf(word)).as(word).isEqualTo(text.indexOf("*" + word) + 1);
    }
  }

  @Test
  void glossary_isInAlphabeticalOrder() throws IOException {
    List<String> words =
        GeneratedPage.read("glossary.md")
            .lines()
            .filter(line -> line.startsWith("**"))
            .map(line -> line.substring(2, line.indexOf("**", 2)).toLowerCase(Locale.ROOT))
            .toList();
    assertThat(words).isNotEmpty().isSorted().doesNotHaveDuplicates();
  }

  private static boolean leadsSomewhere(Path document, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    return parts.length == 1
        || Files.readAllLines(target).stream()
            .filter(line -> line.startsWith("#"))
            .anyMatch(line -> anchor(line).equals(parts[1]));
  }

  /** The anchor that GitHub and most others give to a heading. */
  private static String anchor(String heading) {
    String text = heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT);
    return text.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
      documents.add(ROOT.resolve(name));
    }
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }
}
