package io.dmio.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources of a module, by path relative to their root. */
final class Sources {

  private static final String PACKAGE_INFO = "package-info.java";

  /** Documentation in at least two paragraphs, the first of which says what the package is. */
  private static final Pattern PURPOSE =
      Pattern.compile("(?s)^/\\*\\*.{30,}\\.\\s+\\*\\s+\\* <p>.*\\*/\\s+@");

  /** What says which new things belong into the package. */
  private static final Pattern BELONGS = Pattern.compile("\\b(go(es)?\\s+here|Here\\s+are)\\b");

  /** What says of which parts of the house the package may know. */
  private static final Pattern KNOWS = Pattern.compile("\\b[Kk]nows\\b");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");

  /**
   * A statement that tells if a state that must hold does not. Refused arguments are none: they
   * speak of the caller.
   */
  private static final Pattern ASSERTION =
      Pattern.compile(
          "(?m)^\\s*assert\\b|throw new (KernelBug|IllegalStateException|DefectException)\\(");

  private final Map<Path, String> texts = new TreeMap<>();

  /**
   * Reads all sources.
   *
   * @param root a folder, such as {@code src/main/java}
   */
  Sources(Path root) {
    try (Stream<Path> paths = Files.walk(root)) {
      paths
          .filter(path -> path.toString().endsWith(".java"))
          .forEach(path -> texts.put(root.relativize(path), read(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The full names of the classes that the sources are named after. */
  List<String> classNames() {
    return texts.keySet().stream()
        .filter(path -> !path.endsWith(PACKAGE_INFO))
        .map(path -> path.toString().replaceFirst("\\.java$", "").replace('/', '.'))
        .toList();
  }

  /**
   * The packages whose {@code package-info.java} is missing, or does not say what they are for,
   * which new things go there, and what they know or must not know.
   */
  List<String> packagesWithoutPurpose() {
    return texts.keySet().stream()
        .map(Path::getParent)
        .distinct()
        .filter(
            folder -> {
              String info = texts.get(folder.resolve(PACKAGE_INFO));
              return info == null || !saysItsPurpose(info.replaceAll("\\s+\\* (?!<p>)", " "));
            })
        .map(Path::toString)
        .toList();
  }

  private static boolean saysItsPurpose(String info) {
    return Stream.of(PURPOSE, BELONGS, KNOWS).allMatch(part -> part.matcher(info).find());
  }

  /**
   * How many states the sources of one package assert, in 1000 lines that are neither blank nor
   * comments.
   *
   * @param room a package right below {@code io.dmio}
   */
  double assertionsPerThousandLines(String room) {
    long assertions = 0;
    long lines = 0;
    for (Map.Entry<Path, String> source : texts.entrySet()) {
      if (Path.of("io", "dmio", room).equals(source.getKey().getParent())) {
        String code = COMMENT.matcher(source.getValue()).replaceAll("");
        assertions += ASSERTION.matcher(code).results().count();
        lines += code.lines().filter(line -> !line.isBlank()).count();
      }
    }
    return lines == 0 ? 0 : assertions * 1000.0 / lines;
  }
}
