package io.dmio.cli;

import io.dmio.run.ProductVersion;
import io.dmio.testbed.Semantics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which dmio this is. */
final class Product {

  /** The version of the scenario language. */
  static final int LANGUAGE = 1;

  private Product() {}

  /** Product, semantics, language and commit, a line each. */
  static String describe(Terminal terminal) {
    return String.join(
        "\n",
        "dmio " + ProductVersion.text(),
        "semantics " + Semantics.NUMBER,
        "language " + LANGUAGE,
        "commit " + commit(terminal.home()));
  }

  /** The commit that a clone stands at, or that a distribution was made from. */
  static String commit(@Nullable Path home) {
    if (home == null) {
      return "unknown";
    }
    try {
      Path stated = home.resolve("commit.properties");
      return Files.exists(stated) ? statedCommit(stated) : headOf(home.resolve(".git"));
    } catch (IOException unreadable) {
      return "unknown";
    }
  }

  private static String statedCommit(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("git.commit.id"))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElse("unknown");
  }

  private static String headOf(Path git) throws IOException {
    String head = Files.readString(git.resolve("HEAD")).strip();
    if (!head.startsWith("ref: ")) {
      return head;
    }
    String name = head.substring("ref: ".length());
    Path loose = git.resolve(name);
    return Files.exists(loose) ? Files.readString(loose).strip() : packed(git, name);
  }

  private static String packed(Path git, String name) throws IOException {
    return Files.readAllLines(git.resolve("packed-refs")).stream()
        .filter(line -> line.endsWith(" " + name))
        .map(line -> line.substring(0, line.indexOf(' ')))
        .findFirst()
        .orElse("unknown");
  }
}
