package io.dmio.device;

import io.dmio.device.LatencySpec.Lognormal;
import io.dmio.device.LatencySpec.Mixture;
import io.dmio.device.LatencySpec.Part;
import io.dmio.device.LatencySpec.Uniform;
import io.dmio.sim.Probability;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Latencies of well-known kinds of disks, for single random requests of a few KiB. The figures
 * under a name never change: runs depend on them.
 *
 * <p>They have the shape of real disks, not the figures of one model. What comes from where:
 *
 * <ul>
 *   <li><b>hdd-7200</b>: a revolution takes 8.33 ms (60 s / 7200). A random read is a seek (0.5 to
 *       20 ms, about 4 on a disk that is not used to its full width) and half a revolution, about 8
 *       ms or 120 to 150 requests a second, the figure of published measurements of 7200 rpm disks;
 *       one in 500 is read again in one to four more revolutions. The form (seek, rotation,
 *       transfer) is that of "An introduction to disk drive modeling", IEEE Computer 27(3), 1994. A
 *       write mostly ends in the disk's cache (0.1 to 0.5 ms, assumed), one in ten waits for the
 *       mechanics. A flush waits for several of these: 10 to 500 ms.
 *   <li><b>sata-ssd</b>: reads of 100 us with a small spread; 60 us into the cache for writes; one
 *       read of 200 and one write of 100 wait for garbage collection, 2 to 10 ms (erase times of 2
 *       to 3.8 ms in the default parameters of the simulators FEMU and MQSim, a few of them in a
 *       row). Flushes of up to 8 ms were reported for fast drives on the dm-devel list with the
 *       first posting of dm-clone.
 *   <li><b>nvme</b>: reads of 70 us (TLC: 56 to 106 us array read in FEMU's tables, and transfer);
 *       one in 100 stands behind a program operation (up to 820 us in the same tables), one in 1000
 *       behind an erase (up to 3 ms). Writes of 20 us into the cache, one in 1000 behind a program
 *       or an erase. Flushes of 200 us, one in 100 above 2 ms (assumed).
 * </ul>
 */
public final class LatencyPresets {

  private static final long US = 1_000;
  private static final long MS = 1_000_000;

  private static final List<Preset> PRESETS =
      List.of(
          new Preset(
              "hdd-7200",
              "a 7200 rpm hard disk: reads of about 8 ms, writes into a cache, slow flushes",
              new LatencyProfile(
                  mixture(2, new Uniform(16 * MS, 42 * MS), new Lognormal(8 * MS, 20 * MS)),
                  mixture(100, new Lognormal(8 * MS, 20 * MS), new Uniform(100 * US, 500 * US)),
                  new Lognormal(50 * MS, 500 * MS))),
          new Preset(
              "sata-ssd",
              "a SATA SSD: reads of 100 us, writes of 60 us, now and then garbage collection",
              new LatencyProfile(
                  mixture(5, new Uniform(2 * MS, 10 * MS), new Lognormal(100 * US, 200 * US)),
                  mixture(10, new Uniform(2 * MS, 10 * MS), new Lognormal(60 * US, 120 * US)),
                  new Lognormal(MS, 8 * MS))),
          new Preset(
              "nvme",
              "an NVMe SSD: reads of 70 us, writes of 20 us, a tail behind programs and erases",
              new LatencyProfile(
                  new Mixture(
                      List.of(
                          new Part(perMille(1), new Uniform(890 * US, 3 * MS)),
                          new Part(perMille(10), new Uniform(70 * US, 890 * US)),
                          new Part(perMille(989), new Lognormal(70 * US, 110 * US)))),
                  mixture(1, new Uniform(200 * US, 3 * MS), new Lognormal(20 * US, 40 * US)),
                  new Lognormal(200 * US, 2 * MS))));

  private LatencyPresets() {}

  /** The names of all presets. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (Preset preset : PRESETS) {
      names.add(preset.name());
    }
    return names;
  }

  /**
   * What a preset is like, in one line.
   *
   * @throws IllegalArgumentException if there is no preset of that name
   */
  public static String about(String name) {
    return preset(name).about;
  }

  /**
   * The latencies of a preset.
   *
   * @throws IllegalArgumentException if there is no preset of that name
   */
  public static LatencyProfile find(String name) {
    return preset(name).profile;
  }

  private static Preset preset(String name) {
    for (Preset preset : PRESETS) {
      if (preset.name.equals(name)) {
        return preset;
      }
    }
    throw new IllegalArgumentException("no preset " + name + "; there are " + names());
  }

  private static LatencySpec mixture(int rarePerMille, LatencySpec rare, LatencySpec usual) {
    return new Mixture(
        List.of(
            new Part(perMille(rarePerMille), rare),
            new Part(perMille(1000 - rarePerMille), usual)));
  }

  private static Probability perMille(int numerator) {
    return Probability.of(BigInteger.valueOf(numerator), BigInteger.valueOf(1000));
  }

  private record Preset(String name, String about, LatencyProfile profile) {}
}
