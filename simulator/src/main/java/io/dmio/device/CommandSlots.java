package io.dmio.device;

import io.dmio.block.Bio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bios that a disk has; of the stays that are not in use the one that got free last is next.
 */
final class CommandSlots {

  /** Those from {@code count} on are null. */
  private @Nullable DiskCommand[] all = new DiskCommand[64];

  private int count;
  private @Nullable DiskCommand free;
  private long arrived;

  /** A bio comes. */
  DiskCommand take(Bio bio) {
    DiskCommand command = free;
    if (command == null) {
      command = add();
    } else {
      free = command.next();
    }
    command.begin(bio, ++arrived);
    return command;
  }

  private DiskCommand add() {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    DiskCommand command = new DiskCommand(count);
    all[count++] = command;
    return command;
  }

  /** The one of a number; null: there is none. */
  @Nullable DiskCommand get(int number) {
    return all[number];
  }

  /** A bio goes. */
  void giveBack(DiskCommand command) {
    command.end();
    command.setNext(free);
    free = command;
  }

  /** All bios, in the order of arrival. */
  List<DiskCommand> byArrival() {
    List<DiskCommand> taken = new ArrayList<>();
    for (DiskCommand command : all) {
      if (command != null && command.isTaken()) {
        taken.add(command);
      }
    }
    taken.sort(Comparator.comparingLong(DiskCommand::arrival));
    return taken;
  }
}
