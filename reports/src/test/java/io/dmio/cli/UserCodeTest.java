package io.dmio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dmio.cli.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the user's code does, a run says it, and exits with 1. */
final class UserCodeTest {

  @TempDir private Path folder;

  private Caller with(String start) throws IOException {
    Compiler.task(folder.resolve("classes"), "Wal", start);
    return new Caller(folder).with("code.yaml", Compiler.scenario("code", "Wal"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "host.get(-1);|usage|used its host wrongly: get of -1 pages",
        "throw new IllegalStateException(\"no room\");|bug"
            + "|threw java.lang.IllegalStateException: no room, at Wal.start(Wal.java:3)",
        "int[] a = {}; a[1] = 2;|bug|threw java.lang.ArrayIndexOutOfBoundsException",
        "start(host);|bug|threw java.lang.StackOverflowError, at Wal.start(Wal.java:3)",
        "host.finish(); host.put(1);|usage|it called put after finish",
        "assert false; throw new AssertionError();|bug|threw java.lang.AssertionError",
        "throw new RuntimeException() { public StackTraceElement[] getStackTrace() { return null; } };"
            + "|bug|threw Wal$1",
      })
  void mistakes_areTheUsers_withLineStepAndCapsule(String code, String check, String said)
      throws IOException {
    Caller caller = with(code);
    Answer answer = caller.call("run", "code.yaml");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("The check " + check + " failed")
        .contains("the code of task t " + (said.startsWith("it") ? "used its host" : ""))
        .contains(said)
        .contains("where:    step code (code.yaml:7)");
    assertThat(answer.err()).isEmpty();
    assertThat(answer.lastLine()).isEqualTo("./dmio replay failures/code-" + check + "-0x1.yaml");
    Answer again = caller.call("replay", "failures/code-" + check + "-0x1.yaml");
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.lastLine()).startsWith("REPRODUCED");
  }

  @Test
  void json_namesTaskStepAndPlace() throws IOException {
    Answer answer = with("throw new IllegalStateException();").call("run", "code.yaml", "--json");
    JsonNode run = new ObjectMapper().readTree(answer.out());
    JsonNode failure = run.get("failures").get(0);

    assertThat(run.get("verdict").asText()).isEqualTo("failed");
    assertThat(failure.get("check").asText()).isEqualTo("bug");
    assertThat(failure.get("task").asText()).isEqualTo("t");
    assertThat(failure.get("step").asText()).isEqualTo("code");
    assertThat(failure.get("line").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "while (true) host.mark(\"m\");",
        "new Object() { void again() { host.after(0, this::again); } }.again();",
        "new Object() { void again() { host.after(0, () -> { host.mark(\"m\"); again(); }); }"
            + " }.again();"
      })
  void loopsOfEvents_endAtTheirLimit(String code) throws IOException {
    Answer answer = with(code).call("run", "code.yaml");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).contains("LIMIT").contains("the limit of 10000 events was reached");
  }

  @Test
  void whatTheCodePrints_goesToStandardError_shown() throws IOException {
    Caller caller =
        with(
            "System.out.println(\"one \" + (char) 27 + \"[31m\"); System.err.print(\"two\");"
                + " host.finish();");
    Answer answer = caller.call("run", "code.yaml", "--json");

    assertThat(answer.code()).isZero();
    assertThat(answer.out().lines()).hasSize(1);
    assertThat(answer.err()).isEqualTo("one \\u001b[31m\ntwo\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "System.exit(0);|has ended the process by System.exit, at Wal.start(Wal.java:3)",
        "Runtime.getRuntime().exit(0);|has ended the process",
        "new Thread(() -> System.exit(0)).start(); while (true) { }|has ended the process",
        "while (true) { }|has not come back for 1s of real time, at Wal.start(Wal.java:3)",
        "while (true) { try { host.mark(\"m\"); } catch (RuntimeException e) { } }"
            + "|has not come back for 1s of real time",
      })
  void exitsAndEndlessLoops_endTheProcessWith1_andSaySo(String code, String said) throws Exception {
    with(code);
    Ended ended = process("run", "code.yaml", "--seed", "3", "--code-timeout", "1s", "--json");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .startsWith("dmio: FAILED  the code of 'code.yaml' ")
        .contains(said)
        .endsWith("\ndmio run code.yaml --seed 3 --code-timeout 1s\n");
  }

  private record Ended(int code, String out, String err) {}

  /** Runs a command in a process of its own. */
  private Ended process(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    int code =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    return new Ended(code, Files.readString(out), Files.readString(err));
  }

  @ParameterizedTest
  @CsvSource({"5", "5ms", "-1s", "1m", "1.5s", "99999999999s"})
  void wrongTimeout_isRefused(String timeout) throws IOException {
    Answer answer = with("host.finish();").call("run", "code.yaml", "--code-timeout=" + timeout);

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("--code-timeout: not whole seconds: '" + timeout + "'");
  }

  @Test
  void misuseFromAThreadOfItsOwn_failsTheRun_thoughItKeepsTheExceptionToItself()
      throws IOException {
    String thread =
        "Thread own = new Thread(() -> { try { host.get(1); } catch (RuntimeException kept) { } });"
            + " own.start(); try { own.join(); } catch (InterruptedException e) { } host.finish();";
    Answer answer = with(thread).call("run", "code.yaml");

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("The check usage failed")
        .contains("it called get in a thread of its own");
  }

  @Test
  void exitOfAThreadThatIsLeft_endsTheProcessWith1_thoughAnotherScenarioRuns() throws Exception {
    Caller caller =
        with(
            "new Thread(() -> { while (System.getProperty(\"go\") == null) { Thread.yield(); }"
                + " System.exit(0); }).start(); host.finish();");
    Compiler.task(
        folder.resolve("classes"), "Next", "System.setProperty(\"go\", \"\"); while (true) { }");
    caller.with("next.yaml", Compiler.scenario("next", "Next"));
    Ended ended = process("run", "code.yaml", "next.yaml");

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("has ended the process by System.exit, at Wal.");
  }

  @Test
  void hookThatNeverComesBack_keepsNoProcessAlive() throws Exception {
    with(
        "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));"
            + " host.get(-1);");

    assertThat(process("run", "code.yaml").code()).isEqualTo(1);
  }

  @Test
  void streams_areAsTheyWere_afterARun() throws IOException {
    var out = System.out;
    var err = System.err;
    with("host.finish();").call("run", "code.yaml");

    assertThat(System.out).isSameAs(out);
    assertThat(System.err).isSameAs(err);
  }
}
