package io.dmio.check;

import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.TappedBio;
import org.jspecify.annotations.Nullable;

/**
 * Where a failure is; -1 and null where there is nothing to name.
 *
 * @param call the call's number
 * @param region the region
 * @param device the device's number
 * @param sector the first sector
 * @param count how many sectors
 * @param expected what should be, in words
 * @param actual what is, in words
 */
record FailureLocation(
    int call,
    int region,
    int device,
    long sector,
    long count,
    @Nullable String expected,
    @Nullable String actual) {

  /** Nowhere in particular. */
  static final FailureLocation NOWHERE = new FailureLocation(-1, -1, -1, -1, 0, null, null);

  /** A call. */
  static FailureLocation of(ObservedCall call) {
    return ofCall(call.number());
  }

  /** A call. */
  static FailureLocation ofCall(int call) {
    return new FailureLocation(call, -1, -1, -1, 0, null, null);
  }

  /** A bio under way. */
  static FailureLocation of(TappedBio tapped) {
    return new FailureLocation(
        tapped.call().number(),
        tapped.region(),
        tapped.device(),
        tapped.sector(),
        tapped.sectors(),
        null,
        null);
  }

  /** Sectors of a device. */
  static FailureLocation on(int device, long sector, long count) {
    return new FailureLocation(-1, -1, device, sector, count, null, null);
  }

  /** The same place, with what should be and what is. */
  FailureLocation saying(String should, String is) {
    return new FailureLocation(call, region, device, sector, count, should, is);
  }

  /** Some of the same place's sectors. */
  FailureLocation at(long first, long sectors) {
    return new FailureLocation(call, region, device, first, sectors, expected, actual);
  }

  /** The same place, on another device. */
  FailureLocation onDevice(int number) {
    return new FailureLocation(call, region, number, sector, count, expected, actual);
  }

  /** A region of the same call. */
  FailureLocation inRegion(int number, int itsDevice) {
    return new FailureLocation(call, number, itsDevice, sector, count, expected, actual);
  }
}
