package io.dmio.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Bytes for a print stream, which keeps its errors to itself: here they are thrown. */
final class StandardOutput extends OutputStream {

  private final PrintStream out;

  StandardOutput(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
    complain();
  }

  @Override
  public void flush() throws IOException {
    out.flush();
    complain();
  }

  private void complain() throws IOException {
    if (out.checkError()) {
      throw new IOException("standard output was closed, or nothing more fits there");
    }
  }
}
