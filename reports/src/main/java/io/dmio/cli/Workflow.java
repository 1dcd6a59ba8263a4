package io.dmio.cli;

import io.dmio.run.SourceLocation;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The GitHub workflow that dmio runs in, if any: mistakes and failures become annotations at their
 * lines, and runs a table in the summary of the step.
 *
 * @param annotates whether there is one, told by {@code GITHUB_ACTIONS=true}
 * @param summary the file of the step's summary, {@code GITHUB_STEP_SUMMARY}, or null
 * @param workspace the folder of the repository, {@code GITHUB_WORKSPACE}, or null
 */
record Workflow(boolean annotates, @Nullable Path summary, @Nullable Path workspace) {

  /** No workflow. */
  static final Workflow NONE = new Workflow(false, null, null);

  /** The workflow that the variables of an environment tell of. */
  static Workflow of(Map<String, String> environment) {
    if (!"true".equals(environment.get("GITHUB_ACTIONS"))) {
      return NONE;
    }
    return new Workflow(
        true, path(environment, "GITHUB_STEP_SUMMARY"), path(environment, "GITHUB_WORKSPACE"));
  }

  private static @Nullable Path path(Map<String, String> environment, String name) {
    String path = environment.getOrDefault(name, "");
    return path.isEmpty() ? null : Path.of(path);
  }

  /** Annotates a line of a file; standard error, so that programs' output stays clean. */
  void error(Terminal terminal, SourceLocation place, String title, String message) {
    if (!annotates) {
      return;
    }
    StringBuilder line =
        new StringBuilder("::error file=").append(property(path(terminal, place.file())));
    if (place.line() > 0) {
      line.append(",line=").append(place.line()).append(",col=").append(place.column());
    }
    line.append(",title=").append(property(title)).append("::").append(data(message));
    terminal.err().println(line);
  }

  /** Annotations name files from the repository's folder, wherever the step runs. */
  private String path(Terminal terminal, String file) {
    if (workspace == null) {
      return file;
    }
    Path root = workspace.toAbsolutePath().normalize();
    Path whole = terminal.resolve(file).toAbsolutePath().normalize();
    return Files.exists(whole) && whole.startsWith(root)
        ? root.relativize(whole).toString().replace('\\', '/')
        : file;
  }

  /** Adds lines to the summary of the step. */
  void summarize(List<String> lines) throws IOException {
    if (summary == null) {
      return;
    }
    try {
      Files.write(summary, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException refused) {
      throw new FileSystemException(summary.toString(), null, refused.getMessage());
    }
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
