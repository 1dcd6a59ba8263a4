package io.dmio.cli;

/** Where the program begins and ends. */
public final class Main {

  private static final long LAST_MILLIS = 5_000;

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] arguments) {
    int code = Dmio.execute(Terminal.ofProcess(), arguments);
    Thread end = new Thread(() -> endAnyway(code), "dmio: end of the process, anyway");
    end.setDaemon(true);
    end.start();
    System.exit(code);
  }

  /** Code of the user may have left something to be done at the end that never comes back. */
  private static void endAnyway(int code) {
    try {
      Thread.sleep(LAST_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }
}
