package io.dmio.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What code of the user prints, line by line: it is shown as everything else is. */
final class UserOutput extends OutputStream {

  private static final int LONGEST_LINE = 1 << 16;

  private final Output to;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private UserOutput(Output to) {
    this.to = to;
  }

  /** A stream that prints to another; closing it closes nothing. */
  static PrintStream to(Output to) {
    return new PrintStream(new UserOutput(to), false, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int one) {
    if (one != '\n') {
      line.write(one);
    }
    if (one == '\n' || line.size() >= LONGEST_LINE) {
      print();
    }
  }

  @Override
  public void flush() {
    if (line.size() > 0) {
      print();
    }
  }

  private void print() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    to.printLines((text.endsWith("\r") ? text.substring(0, text.length() - 1) : text) + "\n");
  }
}
