package io.dmio.check;

import io.dmio.block.Sectors;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import java.util.ArrayList;
import java.util.List;

/**
 * The devices that are checked.
 *
 * @param media the disks, by number
 * @param map where the sectors of the others lie on them
 * @param names the names of all, by number
 */
public record CheckedDevices(List<Medium> media, SectorMap map, List<String> names) {

  /** Copies the lists. */
  public CheckedDevices {
    media = List.copyOf(media);
    names = List.copyOf(names);
  }

  /** Whether bios to a device are judged by what comes to disks below it. */
  boolean isTapped(int device) {
    return device >= media.size() || media.get(device).habits().queued();
  }

  /** Whether a bio reaches past the end of its device, so that nobody sees it. */
  boolean isPastEnd(TappedBio tapped) {
    assert !tapped.isPiece() : "a piece of a bio is on sector " + tapped.sector();
    int device = tapped.device();
    long sectors =
        map.isStacked(device) ? map.table(device).sectors() : media.get(device).sectors();
    return tapped.sector() + Sectors.covering(tapped.bytes()) > sectors;
  }

  /** Disks alone. */
  public static CheckedDevices ofDisks(List<Medium> media) {
    List<String> names = new ArrayList<>();
    for (Medium medium : media) {
      names.add(medium.name());
    }
    return new CheckedDevices(media, new SectorMap(media.size(), List.of()), names);
  }
}
