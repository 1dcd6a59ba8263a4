package io.dmio.scenario.shape;

/**
 * A place as written: a device, or some of its sectors.
 *
 * @param device the device's name
 * @param first the first sector, or -1: the whole device
 * @param count how many sectors
 */
public record PlaceText(String device, long first, long count) {

  public boolean isWhole() {
    return first < 0;
  }

  /** Reads {@code b}, {@code b@2051}, {@code b@2048-2055} or {@code b@2048+8}. */
  static PlaceText read(String text) throws InvalidScalar {
    int at = text.indexOf('@');
    if (at < 0) {
      return new PlaceText(Words.name(text), -1, 0);
    }
    String device = Words.name(text.substring(0, at));
    String sectors = text.substring(at + 1);
    int plus = sectors.indexOf('+');
    if (plus > 0) {
      return startAndCount(device, sectors, plus, 1);
    }
    Range range = Numbers.range(sectors, 0, Bounds.SECTOR - 1);
    return new PlaceText(device, range.low(), range.high() - range.low() + 1);
  }

  /** Reads {@code b@2048+8}. */
  static PlaceText readRegion(String text) throws InvalidScalar {
    int at = text.indexOf('@');
    int plus = text.indexOf('+', at + 1);
    if (at < 0 || plus < 0) {
      throw new InvalidScalar("expected a region, found '" + text + "'", regionHint(text));
    }
    return startAndCount(
        Words.name(text.substring(0, at)), text.substring(at + 1), plus - at - 1, 0);
  }

  private static String regionHint(String text) {
    try {
      PlaceText place = read(text);
      return place.isWhole()
          ? "write DEVICE@SECTOR+COUNT, such as " + place.device + "@2048+8"
          : "write " + place.device + "@" + place.first + "+" + place.count;
    } catch (InvalidScalar e) {
      return "write DEVICE@SECTOR+COUNT, such as b@2048+8";
    }
  }

  private static PlaceText startAndCount(String device, String text, int plus, long least)
      throws InvalidScalar {
    long first = Numbers.between(text.substring(0, plus), 0, Bounds.SECTOR);
    long count = Numbers.between(text.substring(plus + 1), least, Bounds.SECTOR);
    if (first > Bounds.SECTOR - count) {
      throw new InvalidScalar("too large: '" + text + "'", "sectors end at " + Bounds.SECTOR);
    }
    return new PlaceText(device, first, count);
  }
}
