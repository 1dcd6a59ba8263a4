package io.dmio.scenario;

import io.dmio.scenario.source.ScenarioSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scenarios that come with dmio, found where this class was loaded from. */
public final class Shipped {

  private static final Pattern ENTRY = Pattern.compile("catalog/([a-z0-9.-]+)/([a-z0-9-]+)\\.yaml");

  private Shipped() {}

  /**
   * A shipped scenario.
   *
   * @param theme the folder that it is in
   * @param name its name
   */
  public record Item(String theme, String name) {

    /** Its path below the place that dmio was loaded from. */
    public String path() {
      return "catalog/" + theme + "/" + name + ".yaml";
    }

    /** Its text. */
    public ScenarioSource source() throws IOException {
      try (InputStream in = Shipped.class.getClassLoader().getResourceAsStream(path())) {
        if (in == null) {
          throw new IOException("missing: " + path());
        }
        return ScenarioSource.shipped(path(), name, in.readAllBytes());
      }
    }
  }

  /** All of them, by theme and name. */
  public static List<Item> list() throws IOException {
    Path home = home();
    if (Files.isDirectory(home)) {
      try (Stream<Path> files = Files.walk(home.resolve("catalog"))) {
        return items(files.map(file -> home.relativize(file).toString().replace('\\', '/')));
      }
    }
    try (JarFile jar = new JarFile(home.toFile())) {
      return items(jar.stream().map(entry -> entry.getName()));
    }
  }

  /** The one of a name. */
  public static Optional<Item> find(String name) throws IOException {
    return list().stream().filter(item -> item.name().equals(name)).findFirst();
  }

  private static List<Item> items(Stream<String> paths) {
    return paths
        .map(ENTRY::matcher)
        .filter(Matcher::matches)
        .map(match -> new Item(match.group(1), match.group(2)))
        .sorted(Comparator.comparing(Item::theme).thenComparing(Item::name))
        .toList();
  }

  private static Path home() throws IOException {
    try {
      return Path.of(Shipped.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
