package io.dmio.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bios under way, by number: a table of open addresses, at most half full. */
final class BioIndex {

  private @Nullable TappedBio[] bios = new TappedBio[16];
  private int[] numbers = new int[16];
  private int count;

  /** The bio of a number, or null. */
  @Nullable TappedBio get(int number) {
    return bios[placeOf(number)];
  }

  /** Adds one. */
  void put(int number, TappedBio tapped) {
    if (2 * count >= bios.length) {
      grow();
    }
    int place = placeOf(number);
    count += bios[place] == null ? 1 : 0;
    assert 2 * count <= bios.length : count + " bios in " + bios.length + " places";
    bios[place] = tapped;
    numbers[place] = number;
  }

  /** Removes one, if it is there, and moves those back that had to make way for it. */
  void remove(int number) {
    int gap = placeOf(number);
    if (bios[gap] == null) {
      return;
    }
    count--;
    bios[gap] = null;
    for (int place = next(gap); bios[place] != null; place = next(place)) {
      TappedBio tapped = bios[place];
      bios[place] = null;
      int better = placeOf(numbers[place]);
      bios[better] = tapped;
      numbers[better] = numbers[place];
    }
  }

  /** Where a number is, or else would be. */
  private int placeOf(int number) {
    int place = number & (bios.length - 1);
    while (bios[place] != null && numbers[place] != number) {
      place = next(place);
    }
    return place;
  }

  private int next(int place) {
    return place + 1 & (bios.length - 1);
  }

  private void grow() {
    @Nullable TappedBio[] known = bios;
    int[] knownNumbers = numbers;
    bios = Arrays.copyOf(new TappedBio[0], known.length * 2);
    numbers = new int[known.length * 2];
    count = 0;
    for (int i = 0; i < known.length; i++) {
      TappedBio tapped = known[i];
      if (tapped != null) {
        put(knownNumbers[i], tapped);
      }
    }
  }
}
