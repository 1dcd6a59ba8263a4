package io.dmio.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bios under way, by number: a table of open addresses, at most half full. */
final class BioIndex {

  private @Nullable TappedBio[] flights = new TappedBio[16];
  private int[] numbers = new int[16];
  private int count;

  /** The bio of a number, or null. */
  @Nullable TappedBio get(int number) {
    return flights[placeOf(number)];
  }

  /** Adds one. */
  void put(int number, TappedBio flight) {
    if (2 * count >= flights.length) {
      grow();
    }
    int place = placeOf(number);
    count += flights[place] == null ? 1 : 0;
    flights[place] = flight;
    numbers[place] = number;
  }

  /** Removes one, if it is there, and moves those back that had to make way for it. */
  void remove(int number) {
    int gap = placeOf(number);
    if (flights[gap] == null) {
      return;
    }
    count--;
    flights[gap] = null;
    for (int place = next(gap); flights[place] != null; place = next(place)) {
      TappedBio flight = flights[place];
      flights[place] = null;
      int better = placeOf(numbers[place]);
      flights[better] = flight;
      numbers[better] = numbers[place];
    }
  }

  /** Where a number is, or else would be. */
  private int placeOf(int number) {
    int place = number & (flights.length - 1);
    while (flights[place] != null && numbers[place] != number) {
      place = next(place);
    }
    return place;
  }

  private int next(int place) {
    return place + 1 & (flights.length - 1);
  }

  private void grow() {
    @Nullable TappedBio[] known = flights;
    int[] knownNumbers = numbers;
    flights = Arrays.copyOf(new TappedBio[0], known.length * 2);
    numbers = new int[known.length * 2];
    count = 0;
    for (int i = 0; i < known.length; i++) {
      TappedBio flight = known[i];
      if (flight != null) {
        put(knownNumbers[i], flight);
      }
    }
  }
}
