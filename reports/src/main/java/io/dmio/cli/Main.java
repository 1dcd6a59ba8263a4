package io.dmio.cli;

/** Where the program begins and ends. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and exits with its code. */
  public static void main(String[] arguments) {
    int code = Dmio.execute(Terminal.ofProcess(), arguments);
    CodeGuard.endSoon(code);
    System.exit(code);
  }
}
