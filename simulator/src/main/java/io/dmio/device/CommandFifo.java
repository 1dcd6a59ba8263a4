package io.dmio.device;

import org.jspecify.annotations.Nullable;

/** Stays in a line: who came first is next. A stay is in one line at a time. */
final class CommandFifo {

  private @Nullable DiskCommand first;
  private @Nullable DiskCommand last;
  private int size;

  int size() {
    return size;
  }

  /** Lets a stay join at the end. */
  void add(DiskCommand command) {
    command.setNext(null);
    if (last == null) {
      first = command;
    } else {
      last.setNext(command);
    }
    last = command;
    size++;
  }

  /** Takes the first; null: there is none. */
  @Nullable DiskCommand poll() {
    DiskCommand taken = first;
    if (taken != null) {
      first = taken.next();
      if (first == null) {
        last = null;
      }
      size--;
    }
    return taken;
  }

  /** Lets all go. */
  void clear() {
    first = null;
    last = null;
    size = 0;
  }
}
