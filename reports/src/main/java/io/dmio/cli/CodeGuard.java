package io.dmio.cli;

import io.dmio.scenario.Scenario;
import io.dmio.scenario.source.RunningCode;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;

/**
 * Stands by while code of the user may run, and ends the process with the code of a failure where
 * nothing else helps: Java can neither stop code that does not come back, nor keep it from ending
 * the process itself. What the code prints goes to standard error.
 */
final class CodeGuard implements AutoCloseable {

  private static final long LOOK_MILLIS = 100;
  private static final long LAST_MILLIS = 5_000;
  private static final AtomicBoolean STOOD = new AtomicBoolean();

  private final Terminal terminal;
  private final String name;
  private final RunningCode running;
  private final Permissions permissions;
  private final String again;
  private final IntConsumer end;
  private final Thread hook = new Thread(this::processEnds, "dmio: end of the process");
  private final Thread watch = new Thread(this::watch, "dmio: watch over code");
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private Set<Thread> others = Set.of();
  private boolean stands;

  private CodeGuard(
      Terminal terminal,
      String name,
      Scenario scenario,
      Permissions permissions,
      String again,
      IntConsumer end) {
    this.terminal = terminal;
    this.name = name;
    this.running = scenario.needs().running();
    this.permissions = permissions;
    this.end = end;
    this.again = again;
  }

  /**
   * Of a scenario; without code there is nothing to guard.
   *
   * @param again the command that runs it once more
   */
  static CodeGuard over(
      Terminal terminal, String name, Scenario scenario, Permissions permissions, String again) {
    return over(terminal, name, scenario, permissions, again, Runtime.getRuntime()::halt);
  }

  /** As above; {@code end} ends the process, with a code. */
  static CodeGuard over(
      Terminal terminal,
      String name,
      Scenario scenario,
      Permissions permissions,
      String again,
      IntConsumer end) {
    CodeGuard guard = new CodeGuard(terminal, name, scenario, permissions, again, end);
    if (scenario.needs().runsCode()) {
      guard.stand();
    }
    return guard;
  }

  private void stand() {
    stands = true;
    STOOD.set(true);
    others = Thread.getAllStackTraces().keySet();
    System.setOut(UserOutput.to(terminal.err()));
    System.setErr(UserOutput.to(terminal.err()));
    Runtime.getRuntime().addShutdownHook(hook);
    watch.setDaemon(true);
    if (permissions.codeSeconds() > 0) {
      watch.start();
    }
  }

  /**
   * Ends the process within a few seconds, if code of the user may have run in it: that may have
   * left something to be done at the end that never comes back.
   */
  static void endSoon(int code) {
    if (!STOOD.get()) {
      return;
    }
    Thread end = new Thread(() -> endAnyway(code), "dmio: end of the process, anyway");
    end.setDaemon(true);
    end.start();
  }

  private static void endAnyway(int code) {
    try {
      Thread.sleep(LAST_MILLIS);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code);
  }

  @Override
  public void close() {
    if (!stands) {
      return;
    }
    watch.interrupt();
    System.out.flush();
    System.err.flush();
    System.setOut(out);
    System.setErr(err);
    if (hasLeftThreads()) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // The process ends already, and the hook does what is left to do.
    }
  }

  /** Threads that the code has started may end the process as long as they live. */
  private boolean hasLeftThreads() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      boolean own = thread == watch || others.contains(thread);
      if (!own && thread.getThreadGroup() == group) {
        return true;
      }
    }
    return false;
  }

  /** Looks again and again whether a run is still in the same piece of code. */
  private void watch() {
    Map<Long, Long> since = new TreeMap<>();
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        long now = System.nanoTime();
        Map<Long, Long> still = new TreeMap<>();
        for (RunningCode.Entry entry : running.entries()) {
          long begun = since.getOrDefault(entry.number(), now);
          still.put(entry.number(), begun);
          if (now - begun > permissions.codeSeconds() * 1_000_000_000L) {
            stop(
                "has not come back for "
                    + permissions.codeSeconds()
                    + "s of real time"
                    + CodeFrames.innermost(entry.thread().getStackTrace()));
          }
        }
        since = still;
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  /** A signal ends the process as well, and is none of the code's business. */
  private void processEnds() {
    for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
      String caller = CodeFrames.callerOfExit(stack);
      if (caller != null) {
        stop("has ended the process by System.exit" + caller);
      }
    }
  }

  private void stop(String what) {
    terminal.out().end();
    terminal.complain("FAILED  the code of '" + name + "' " + what);
    terminal.err().println("  nothing more is run or written; the same again:");
    terminal.err().println(again);
    terminal.err().end();
    end.accept(ExitCode.FAILED.value());
  }
}
