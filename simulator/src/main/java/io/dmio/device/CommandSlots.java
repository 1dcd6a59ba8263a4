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
    DiskCommand stay = free;
    if (stay == null) {
      stay = add();
    } else {
      free = stay.next();
    }
    stay.begin(bio, ++arrived);
    return stay;
  }

  private DiskCommand add() {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    DiskCommand stay = new DiskCommand(count);
    all[count++] = stay;
    return stay;
  }

  /** The one of a number; null: there is none. */
  @Nullable DiskCommand get(int number) {
    return all[number];
  }

  /** A bio goes. */
  void giveBack(DiskCommand stay) {
    stay.end();
    stay.setNext(free);
    free = stay;
  }

  /** All bios, in the order of arrival. */
  List<DiskCommand> byArrival() {
    List<DiskCommand> taken = new ArrayList<>();
    for (DiskCommand stay : all) {
      if (stay != null && stay.isTaken()) {
        taken.add(stay);
      }
    }
    taken.sort(Comparator.comparingLong(DiskCommand::arrival));
    return taken;
  }
}
