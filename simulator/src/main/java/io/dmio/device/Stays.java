package io.dmio.device;

import io.dmio.block.Bio;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bios that a disk has; of the stays that are not in use the one that got free last is next.
 */
final class Stays {

  private final DiskService service;
  private final List<Stay> all = new ArrayList<>();
  private @Nullable Stay free;
  private long arrived;

  Stays(DiskService service) {
    this.service = service;
  }

  /** A bio comes. */
  Stay take(Bio bio) {
    Stay stay = free;
    if (stay == null) {
      stay = new Stay(service, all.size());
      all.add(stay);
    } else {
      free = stay.next();
    }
    stay.begin(bio, ++arrived);
    return stay;
  }

  /** A bio goes. */
  void giveBack(Stay stay) {
    stay.end();
    stay.setNext(free);
    free = stay;
  }

  /** All bios, in the order of arrival. */
  List<Stay> byArrival() {
    List<Stay> taken = new ArrayList<>(all);
    taken.removeIf(stay -> !stay.isTaken());
    taken.sort(Comparator.comparingLong(Stay::arrival));
    return taken;
  }
}
