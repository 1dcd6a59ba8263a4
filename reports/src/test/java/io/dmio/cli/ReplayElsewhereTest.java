package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.cli.Caller.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Capsules that this dmio, or the user's code as it is now, cannot run. */
final class ReplayElsewhereTest {

  private static final String CAPSULE = "failures/failing-expect-0x1.yaml";

  @TempDir Path folder;
  private Caller caller;

  @BeforeEach
  void leaveACapsule() throws IOException {
    caller = new Caller(folder).with("failing.yaml", Caller.FAILING);
    caller.call("run", "failing.yaml");
  }

  private Answer replayOf(String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(CAPSULE));
    assertThat(text).contains(from);
    return caller.with("capsule.yaml", text.replace(from, to)).call("replay", "capsule.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dmio: 1 | dmio: 2",
        "- wait: all | - hope: all",
        "media-error: a | cosmic-ray: a",
        "latency: 80us | latency: 80us, temperature: 3K",
        "latency: 80us | latency: warp",
        "kind: seeded | kind: explicit",
        "fails: expect | fails: elegance",
        "kind: seeded | kind: seeded, weather: fine",
        "size: 1MiB | size: 1YiB",
        "- wait: all | - replay: { iolog: gone.log }"
      })
  void capsuleOfAnotherDmio_isSkipped_andWhyIsTold(String from, String to) throws IOException {
    Answer answer = replayOf(from, to);
    assertThat(answer.code()).isEqualTo(125);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("capsule.yaml:", ": error: ", "the capsule cannot be run here", "exit 125");
  }

  @Test
  void capsuleOfAnExhibitThatIsNotHere_isSkipped() throws IOException {
    Answer answer = replayOf("kind: seeded", "kind: seeded, exhibit: B99");
    assertThat(answer.code()).isEqualTo(125);
    assertThat(answer.err()).contains("this dmio has no exhibit 'B99'");
  }

  @Test
  void whatNobodyCanRun_isAMistake() throws IOException {
    assertThat(replayOf("devices:", "devices: [").code()).isEqualTo(2);
    assertThat(caller.call("replay", "nothing.yaml").code()).isEqualTo(2);
    assertThat(caller.call("replay", "failing.yaml").code()).isEqualTo(2);
    assertThat(caller.call("replay", CAPSULE, "--no-such-option").code()).isEqualTo(2);
    String scenario = Caller.FAILING.replace("- wait:", "- hope:");
    assertThat(caller.with("s.yaml", scenario).call("replay", "s.yaml").code()).isEqualTo(2);
  }

  @Test
  void scenarioOfAnotherLanguage_isSkipped_whateverItLooksLike() throws IOException {
    caller.with("later.yaml", "dmio: 2\nname: later\n");
    assertThat(caller.call("replay", "later.yaml").code()).isEqualTo(125);
    assertThat(caller.call("run", "later.yaml").code()).isEqualTo(2);
  }

  @Test
  void otherSemantics_areNoReasonToSkip() throws IOException {
    Answer answer = replayOf("semantics: ", "semantics: 9");
    assertThat(answer.code()).isEqualTo(1);
  }

  /** A task that needs a class and a method of another one. */
  private static final String TASK =
      """
      import io.dmio.workload.Host;
      import io.dmio.workload.Task;
      public final class Wal implements Task {
        @Override public void start(Host host) { Helper.help(host); }
      }
      """;

  private static final String HELPER =
      """
      import io.dmio.workload.Host;
      final class Helper {
        static void help(Host host) { host.fail("the record is lost"); host.finish(); }
      }
      """;

  private String leaveACapsuleOfCode() throws IOException {
    String wal = "    - java: { class: Wal, class-path: [classes] }\n";
    String tasks = Caller.FAILING.substring(0, Caller.FAILING.indexOf("  writer:"));
    caller.with("wal.yaml", tasks.replace("scenario: failing", "scenario: wal") + "  log:\n" + wal);
    compile("Helper", HELPER);
    compile("Wal", TASK);
    Answer answer = caller.call("run", "wal.yaml");
    assertThat(answer.code()).isEqualTo(1);
    return answer.lastLine().replaceFirst(".*replay ", "");
  }

  private void compile(String name, String source) throws IOException {
    caller.with("src/" + name + ".java", source);
    String classes = folder.resolve("classes").toString();
    String path = System.getProperty("java.class.path") + File.pathSeparator + classes;
    String file = folder.resolve("src/" + name + ".java").toString();
    String[] arguments = {"-proc:none", "-d", classes, "-cp", path, file};
    int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments);
    assertThat(code).isZero();
  }

  @Test
  void classThatIsNotThere_orNoTask_isSkipped() throws IOException {
    String capsule = leaveACapsuleOfCode();
    assertThat(caller.call("replay", capsule).code()).isEqualTo(1);
    compile("Wal", "final class Wal {}");
    assertThat(caller.call("replay", capsule).code()).isEqualTo(125);
    Files.delete(folder.resolve("classes/Wal.class"));
    Answer answer = caller.call("replay", capsule);
    assertThat(answer.code()).isEqualTo(125);
    assertThat(answer.err()).contains("there is no class 'Wal'");
    assertThat(caller.call("run", "wal.yaml").code()).isEqualTo(2);
  }

  @Test
  void classOrMethodThatCodeNeedsWhileItRuns_andIsNotThere_isSkipped() throws IOException {
    String capsule = leaveACapsuleOfCode();
    compile("Helper", HELPER.replace("help(Host host)", "help(Host host, int how)"));
    Answer method = caller.call("replay", capsule);
    assertThat(method.code()).isEqualTo(125);
    assertThat(method.err()).contains("NoSuchMethodError", "exit 125");
    Files.delete(folder.resolve("classes/Helper.class"));
    Answer helper = caller.call("replay", capsule, "--json");
    assertThat(helper.code()).isEqualTo(125);
    assertThat(helper.err()).contains("NoClassDefFoundError: Helper");
    assertThat(caller.call("run", "wal.yaml").code()).isEqualTo(1);
  }

  @Test
  void codeThatFails_isAVerdict_andSoIsAMissingClassThatWasRecorded() throws IOException {
    String capsule = leaveACapsuleOfCode();
    compile("Helper", HELPER.replace("host.fail", "if (true) throw new IllegalStateException"));
    assertThat(caller.call("replay", capsule).code()).isEqualTo(1);
    compile("Helper", HELPER.replace("Helper {", "Helper { static int bad = 1 / \"\".length();"));
    assertThat(caller.call("replay", capsule).code()).isEqualTo(1);
    Files.delete(folder.resolve("classes/Helper.class"));
    String recorded = caller.call("run", "wal.yaml").lastLine().replaceFirst(".*replay ", "");
    assertThat(caller.call("replay", recorded).code()).isEqualTo(1);
  }
}
