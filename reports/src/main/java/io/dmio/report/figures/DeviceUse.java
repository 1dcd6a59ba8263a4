package io.dmio.report.figures;

import io.dmio.model.BioTable;
import io.dmio.model.RunModel;

/**
 * How a device was used in the window, in the figures of iostat.
 *
 * @param reads reads that ended
 * @param others writes, flushes, discards and write-zeroes that ended
 * @param readBytes bytes of the reads
 * @param otherBytes bytes of the others
 * @param presentNanos time that bios were there, summed over all of them
 * @param busyNanos time in which at least one bio was there
 * @param nanos length of the window
 */
public record DeviceUse(
    long reads,
    long others,
    long readBytes,
    long otherBytes,
    long presentNanos,
    long busyNanos,
    long nanos) {

  /** The same of all devices, by device's number. */
  public static DeviceUse[] of(RunModel model) {
    Sum[] sums = new Sum[model.result().devices().size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new Sum();
    }
    BioTable bios = model.bios();
    for (int row = 0; row < bios.count(); row++) {
      if (bios.device(row) < sums.length && model.showsBio(row)) {
        sums[bios.device(row)].add(model, row);
      }
    }
    DeviceUse[] uses = new DeviceUse[sums.length];
    for (int i = 0; i < sums.length; i++) {
      uses[i] = sums[i].use(model.window().lengthNanos());
    }
    return uses;
  }

  /** So many in the window are so many a second, rounded to a tenth. */
  public String perSecond(long count) {
    return tenths(scaled(count, 10_000_000_000L, nanos));
  }

  /** Bytes in the window as MB/s, of a million bytes, rounded to a tenth. */
  public String megabytesPerSecond(long bytes) {
    return tenths(scaled(bytes, 10_000, nanos));
  }

  /** Bios at the device at once, on average, rounded to a hundredth: aqu-sz. */
  public String atOnce() {
    long hundredths = scaled(presentNanos, 100, nanos);
    String digits = Long.toString(100 + hundredths % 100).substring(1);
    return hundredths / 100 + "." + digits;
  }

  /** The share of the window in which a bio was there: %util. */
  public String percentBusy() {
    return tenths(scaled(busyNanos, 1000, nanos));
  }

  private static String tenths(long value) {
    return value / 10 + "." + value % 10;
  }

  private static long scaled(long value, long factor, long divisor) {
    return java.math.BigInteger.valueOf(value)
        .multiply(java.math.BigInteger.valueOf(factor))
        .add(java.math.BigInteger.valueOf(divisor / 2))
        .divide(java.math.BigInteger.valueOf(divisor))
        .longValueExact();
  }

  private static final class Sum {

    private long reads;
    private long others;
    private long readBytes;
    private long otherBytes;
    private long presentNanos;
    private long busyNanos;
    private long busyTo = Long.MIN_VALUE;

    /** Bios come in the order of submission. */
    private void add(RunModel model, int row) {
      BioTable bios = model.bios();
      if (bios.ended(row) >= 0 && model.asked().contains(bios.ended(row))) {
        count(BarKind.of(model, row), bios.bytes(row));
      }
      long from = model.window().clip(bios.submitted(row));
      long to = model.window().clip(model.bioEnd(row));
      presentNanos += to - from;
      busyNanos += Math.max(0, to - Math.max(from, busyTo));
      busyTo = Math.max(busyTo, to);
    }

    private void count(BarKind kind, long bytes) {
      if (kind == BarKind.READ) {
        reads++;
        readBytes += bytes;
      } else {
        others++;
        otherBytes += bytes;
      }
    }

    private DeviceUse use(long nanos) {
      return new DeviceUse(reads, others, readBytes, otherBytes, presentNanos, busyNanos, nanos);
    }
  }
}
