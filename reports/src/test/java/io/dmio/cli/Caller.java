package io.dmio.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Calls dmio in a folder of its own and keeps what it said. */
final class Caller {

  /** A write to a dead disk that its scenario expects to go well. */
  static final String FAILING =
      """
      dmio: 1
      scenario: failing
      about: A dead disk.
      devices:
        a: { size: 1MiB, latency: 80us }
      faults:
        - { media-error: a, id: dead }
      tasks:
        writer:
          - get: 4
          - { write: a@8+8, id: w, expect: { return: OK } }
          - { write: [a@0+8], id: later, mode: async, expect: { failed: [0] } }
          - wait: all
          - put: 4
      """;

  /** The same without the fault. */
  static final String PASSING =
      FAILING
          .replace("scenario: failing", "scenario: passing")
          .replace("faults:\n  - { media-error: a, id: dead }\n", "")
          .replace("expect: { failed: [0] }", "expect: { failed: [] }");

  private final Path folder;
  private final boolean colour;

  Caller(Path folder) {
    this(folder, false);
  }

  Caller(Path folder, boolean colour) {
    this.folder = folder;
    this.colour = colour;
  }

  /** What came of a call. */
  record Answer(int code, String out, String err) {

    String lastLine() {
      List<String> lines = out.lines().toList();
      return lines.get(lines.size() - 1);
    }
  }

  Answer call(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            Output.results(out), Output.complaints(err), folder, null, "./dmio", colour, false);
    int code = Dmio.execute(terminal, arguments);
    return new Answer(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Writes a file into the folder. */
  Caller with(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }
}
