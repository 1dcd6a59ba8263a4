package io.dmio.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What code of the user has thrown, in words: what, why, and where. */
final class ThrownWords {

  private static final String OWN = "io.dmio.";
  private static final List<String> NOT_THE_USERS =
      List.of(OWN, "java.", "javax.", "jdk.", "sun.", "com.sun.");
  private static final int MOST_CAUSES = 5;
  private static final int MOST_LETTERS = 2000;

  /** The JVM keeps as many of a stack that overflows. */
  private static final int FRAMES_OF_A_CUT_STACK = 1024;

  private final List<Throwable> causes = new ArrayList<>();
  private final String caller;

  /**
   * Of something that code of the user has thrown.
   *
   * @param caller the class that called it: what is below that in a stack is not the user's
   */
  ThrownWords(Throwable thrown, Class<?> caller) {
    this.caller = caller.getName();
    Throwable cause = thrown;
    while (cause != null && causes.size() < MOST_CAUSES && !causes.contains(cause)) {
      causes.add(cause);
      cause = causeOf(cause);
    }
  }

  /** The type, the message and the causes: {@code java.lang.IllegalStateException: no room}. */
  String what() {
    StringBuilder text = new StringBuilder();
    for (Throwable cause : causes) {
      text.append(text.length() == 0 ? "" : ", because of ").append(cause.getClass().getName());
      String message = messageOf(cause);
      text.append(message.isEmpty() ? "" : ": " + message);
    }
    return text.toString();
  }

  /** The message alone. */
  String message() {
    return messageOf(causes.get(0));
  }

  /** The user's line, as {@code , at com.acme.Wal.append(Wal.java:31)}; empty if unknown. */
  String where() {
    for (int i = causes.size() - 1; i >= 0; i--) {
      for (StackTraceElement frame : stackOf(causes.get(i))) {
        if (isUsers(frame)) {
          return ", at " + words(frame);
        }
      }
    }
    return "";
  }

  /**
   * Whether dmio itself threw it at a call of the user, who called it wrongly.
   *
   * <p>What the engine throws about itself is no misuse: it is told from what the user calls past
   * the host by the class that was called.
   */
  boolean isMisuse() {
    Throwable thrown = causes.get(0);
    if (thrown instanceof HostMisuse) {
      return true;
    }
    return calledByUser(thrown) != null;
  }

  /** Whether the user has called something of dmio past the host, such as a bio or the memory. */
  boolean isPastTheHost() {
    StackTraceElement called = calledByUser(causes.get(0));
    return called != null && !called.getClassName().startsWith("io.dmio.workload.");
  }

  /** The method of dmio that the user called and that threw; null if the user's code threw. */
  private @Nullable StackTraceElement calledByUser(Throwable thrown) {
    StackTraceElement called = null;
    for (StackTraceElement frame : stackOf(thrown)) {
      if (isUsers(frame)) {
        return called;
      }
      called = frame.getClassName().startsWith(OWN) ? frame : called;
    }
    return null;
  }

  /**
   * The frames of the user's code and of what it called, the innermost first; none if it was not
   * made there.
   */
  private List<StackTraceElement> stackOf(Throwable thrown) {
    List<StackTraceElement> frames = new ArrayList<>();
    for (StackTraceElement frame : tracedBy(thrown)) {
      if (frame.getClassName().equals(caller)) {
        return frames;
      }
      frames.add(frame);
    }
    return frames.size() < FRAMES_OF_A_CUT_STACK ? List.of() : frames;
  }

  private static boolean isUsers(StackTraceElement frame) {
    return NOT_THE_USERS.stream().noneMatch(frame.getClassName()::startsWith);
  }

  private static String words(StackTraceElement frame) {
    String file = frame.getFileName() == null ? "unknown file" : frame.getFileName();
    String line = frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber();
    return frame.getClassName() + "." + frame.getMethodName() + "(" + file + line + ")";
  }

  /** An exception of the user may have code of its own for this. */
  private static String messageOf(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : shortened(message);
    } catch (RuntimeException | Error broken) {
      return "its message cannot be had";
    }
  }

  private static StackTraceElement[] tracedBy(Throwable thrown) {
    try {
      StackTraceElement[] frames = thrown.getStackTrace();
      return frames == null ? new StackTraceElement[0] : frames;
    } catch (RuntimeException | Error broken) {
      return new StackTraceElement[0];
    }
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (RuntimeException | Error broken) {
      return null;
    }
  }

  private static String shortened(String message) {
    int more = message.length() - MOST_LETTERS;
    return more <= 0
        ? message
        : message.substring(0, MOST_LETTERS) + "... (" + more + " letters more)";
  }
}
