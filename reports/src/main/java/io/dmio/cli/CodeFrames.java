package io.dmio.cli;

import org.jspecify.annotations.Nullable;

/** Finds the user's code in a stack. */
final class CodeFrames {

  private static final String[] NOT_THE_USERS = {
    "io.dmio.", "java.", "javax.", "jdk.", "sun.", "com.sun."
  };

  private CodeFrames() {}

  /** The user's innermost line, as {@code , at Wal.append(Wal.java:31)}; empty if unknown. */
  static String innermost(StackTraceElement[] stack) {
    return words(stack, 0);
  }

  /** Who has called {@code Runtime.exit} if that is the user, else null. */
  static @Nullable String callerOfExit(StackTraceElement[] stack) {
    for (int i = 0; i < stack.length; i++) {
      boolean exits = stack[i].getClassName().equals(Runtime.class.getName());
      if (exits && stack[i].getMethodName().equals("exit")) {
        String caller = words(stack, i);
        return caller.isEmpty() ? null : caller;
      }
    }
    return null;
  }

  private static String words(StackTraceElement[] stack, int from) {
    for (int i = from; i < stack.length; i++) {
      if (isUsers(stack[i])) {
        return ", at " + stack[i];
      }
    }
    return "";
  }

  private static boolean isUsers(StackTraceElement frame) {
    for (String prefix : NOT_THE_USERS) {
      if (frame.getClassName().startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }
}
