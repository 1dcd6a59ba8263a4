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
final class Stays {

  /** Those from {@code count} on are null. */
  private @Nullable Stay[] all = new Stay[64];

  private int count;
  private @Nullable Stay free;
  private long arrived;

  /** A bio comes. */
  Stay take(Bio bio) {
    Stay stay = free;
    if (stay == null) {
      stay = add();
    } else {
      free = stay.next();
    }
    stay.begin(bio, ++arrived);
    return stay;
  }

  private Stay add() {
    if (count == all.length) {
      all = Arrays.copyOf(all, count * 2);
    }
    Stay stay = new Stay(count);
    all[count++] = stay;
    return stay;
  }

  /** The one of a number; null: there is none. */
  @Nullable Stay get(int number) {
    return all[number];
  }

  /** A bio goes. */
  void giveBack(Stay stay) {
    stay.end();
    stay.setNext(free);
    free = stay;
  }

  /** All bios, in the order of arrival. */
  List<Stay> byArrival() {
    List<Stay> taken = new ArrayList<>();
    for (Stay stay : all) {
      if (stay != null && stay.isTaken()) {
        taken.add(stay);
      }
    }
    taken.sort(Comparator.comparingLong(Stay::arrival));
    return taken;
  }
}
