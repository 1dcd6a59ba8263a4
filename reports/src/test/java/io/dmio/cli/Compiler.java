package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Makes classes of tasks, as a user does. */
final class Compiler {

  private Compiler() {}

  /** A task whose {@code start} does this with its {@code host}, compiled into a folder. */
  static void task(Path folder, String name, String start) throws IOException {
    Path source = Files.createDirectories(folder.resolveSibling("src")).resolve(name + ".java");
    Files.writeString(
        source,
        "public class "
            + name
            + " implements io.dmio.workload.Task {\n  public void start(io.dmio.workload.Host host)"
            + " {\n    "
            + start
            + "\n  }\n}\n");
    Files.createDirectories(folder);
    String classPath = System.getProperty("java.class.path");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
    assertThat(result).isZero();
  }

  /** A scenario with one step that runs a task of the folder {@code classes}. */
  static String scenario(String name, String task) {
    return """
        dmio: 1
        scenario: %s
        devices: { a: { size: 1MiB } }
        limits: { events: 10000 }
        tasks:
          t:
            - java: { class: %s, class-path: [classes] }
              id: code
        """
        .formatted(name, task);
  }
}
