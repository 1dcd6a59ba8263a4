package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.ShownPage.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task that the page shows is the file beside it, and its run is what the page shows. */
final class JavaTaskPageTest {

  private static final Path ROOT = Path.of("..");
  private static final String EXAMPLE = "docs/examples/two-copies/";
  private static final String COMMAND = "./dmio run " + EXAMPLE + "two-copies.yaml";

  @TempDir private Path folder;

  @Test
  void shownCode_isTheFile() throws IOException {
    assertThat(page().blocks())
        .contains(
            new Block("java", Files.readString(ROOT.resolve(EXAMPLE + "TwoCopies.java"))),
            new Block("yaml", Files.readString(ROOT.resolve(EXAMPLE + "two-copies.yaml"))));
  }

  @Test
  void shownTask_compilesAndFailsAsShown() throws IOException {
    Path example = Files.createDirectories(folder.resolve(EXAMPLE));
    Files.copy(ROOT.resolve(EXAMPLE + "two-copies.yaml"), example.resolve("two-copies.yaml"));
    compile(ROOT.resolve(EXAMPLE + "TwoCopies.java"), example.resolve("classes"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output stream = Output.results(out);
    Terminal terminal = new Terminal(stream, stream, folder, null, "./dmio", false, false);

    int code = Dmio.execute(terminal, "run", EXAMPLE + "two-copies.yaml");

    assertThat(out.toString(StandardCharsets.UTF_8))
        .as(
            "new digests alone: .ci/document-test --update docs/how-to/java-task.md . after a build")
        .isEqualTo(page().shownAfter(COMMAND));
    assertThat(code).isEqualTo(1);
    assertThat(page().text()).contains(COMMAND + " # exit 1");
  }

  private static ShownPage page() throws IOException {
    return ShownPage.read(ROOT.resolve("docs/how-to/java-task.md"));
  }

  private static void compile(Path source, Path classes) {
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertThat(result).isZero();
  }
}
