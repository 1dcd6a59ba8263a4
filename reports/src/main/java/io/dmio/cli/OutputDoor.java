package io.dmio.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a standard stream leaves the program. What the system refuses is told apart: a reader that
 * went away, such as {@code head}, wants no more, and everything else is a loss. After either
 * nothing more is written.
 */
final class OutputDoor extends OutputStream {

  /** Of a stream that is none of the process. */
  static final int NO_DESCRIPTOR = -1;

  private final OutputStream to;
  private final int descriptor;
  private final boolean throwing;
  private boolean shut;
  private @Nullable IOException loss;

  /**
   * Makes a door.
   *
   * @param descriptor its number in this process, or {@link #NO_DESCRIPTOR}
   * @param throwing whether writing throws {@link LostOutputException} after a loss
   */
  OutputDoor(OutputStream to, int descriptor, boolean throwing) {
    this.to = to;
    this.descriptor = descriptor;
    this.throwing = throwing;
  }

  /** Why something was lost, or null. */
  @Nullable String loss() {
    return loss == null ? null : String.valueOf(loss.getMessage());
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    try {
      if (!shut) {
        to.write(bytes, from, count);
      }
    } catch (IOException refused) {
      shut(refused);
    }
    throwLoss();
  }

  @Override
  public void flush() {
    try {
      if (!shut) {
        to.flush();
      }
    } catch (IOException refused) {
      shut(refused);
    }
    throwLoss();
  }

  private void shut(IOException refused) {
    shut = true;
    if (!readerIsGone(refused)) {
      loss = refused;
    }
  }

  private void throwLoss() {
    if (throwing && loss != null) {
      throw new LostOutputException(loss);
    }
  }

  /** The system's words are in the language of the user; a pipe refuses for no other reason. */
  private boolean readerIsGone(IOException refused) {
    return String.valueOf(refused.getMessage()).contains("Broken pipe") || isPipe();
  }

  private boolean isPipe() {
    if (descriptor < 0) {
      return false;
    }
    try {
      String what = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return what.startsWith("pipe:") || what.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
