package io.dmio.cli;

import io.dmio.workload.PrintableText;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Standard output or standard error. Unlike other print streams it does not hide what is lost, and
 * what is printed is what is shown: control characters are spelled, wherever they come from, and a
 * text of one line stays one.
 */
final class Output extends PrintStream {

  private final OutputDoor door;
  private final OutputStream bytes;

  private Output(OutputDoor door, OutputStream bytes) {
    super(bytes, false, StandardCharsets.UTF_8);
    this.door = door;
    this.bytes = bytes;
  }

  private Output(OutputDoor door) {
    this(door, new BufferedOutputStream(door));
  }

  /** Results: once one of them is lost, all printing throws {@link LostOutputException}. */
  static Output results(OutputStream to) {
    return new Output(new OutputDoor(to, OutputDoor.NO_DESCRIPTOR, true));
  }

  /** Complaints, which are never in the way of what is done. */
  static Output complaints(OutputStream to) {
    return new Output(new OutputDoor(to, OutputDoor.NO_DESCRIPTOR, false));
  }

  /** The standard output of this process. */
  static Output ofProcess() {
    return new Output(new OutputDoor(new FileOutputStream(FileDescriptor.out), 1, true));
  }

  /** The standard error of this process. */
  static Output errorsOfProcess() {
    return new Output(new OutputDoor(new FileOutputStream(FileDescriptor.err), 2, false));
  }

  @Override
  public void print(@Nullable String text) {
    super.print(PrintableText.line(String.valueOf(text)));
  }

  @Override
  public void print(@Nullable Object value) {
    print(String.valueOf(value));
  }

  @Override
  public void print(char letter) {
    print(String.valueOf(letter));
  }

  @Override
  public void print(char[] letters) {
    print(String.valueOf(letters));
  }

  /** Prints a text whose line feeds and tabs are meant. */
  void printLines(String text) {
    super.print(PrintableText.lines(text));
  }

  /** Prints what is dmio's own, such as the colour of a word. */
  void printControl(String sequence) {
    super.print(sequence);
  }

  /** Where bytes go that are no text. */
  OutputStream bytes() {
    flush();
    return bytes;
  }

  /**
   * Why something was lost, or null if nothing was. A reader that wanted no more has lost nothing.
   */
  @Nullable String loss() {
    return door.loss();
  }

  /** Passes on what is still here, and does not throw. */
  void end() {
    try {
      flush();
    } catch (LostOutputException told) {
      // The loss is kept, for whoever ends the command.
    }
  }
}
