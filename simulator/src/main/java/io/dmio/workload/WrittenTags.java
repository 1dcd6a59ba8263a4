package io.dmio.workload;

import io.dmio.block.Errno;
import io.dmio.block.PayloadMode;
import io.dmio.block.SectorStore;
import io.dmio.block.Tags;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.ArrayList;
import java.util.List;

/**
 * What every sector must hold after a load, as far as that is known.
 *
 * <p>Exact also where writes overlap: a sector that two writes had under way at once may hold
 * either, and one whose write failed may hold anything, so both are left out of the comparison
 * until a later write has the sector for itself. Others must not write in the load's range.
 */
final class WrittenTags {

  /** The number of no write. */
  private static final long UNKNOWN = Tags.stamp((1L << 40) - 1, 0);

  private final SectorStore[] expected;
  private final SectorStore[] underWay;

  WrittenTags(TaskContext context) {
    int devices = context.world().devices().size();
    expected = new SectorStore[devices];
    underWay = new SectorStore[devices];
    for (int i = 0; i < devices; i++) {
      Tags tags = context.world().tags();
      expected[i] = SectorStore.create(PayloadMode.TAGS, tags, sector -> UNKNOWN);
      underWay[i] = SectorStore.create(PayloadMode.TAGS, tags, sector -> 0);
    }
  }

  /** A write of its own data begins. */
  void begin(IoRequest write) {
    for (IoRegion region : write.regions()) {
      int device = region.device().id();
      for (long i = 0; i < region.count(); i++) {
        long sector = region.sector() + i;
        long others = underWay[device].tag(sector);
        assert others >= 0 : others + " writes are under way to sector " + sector;
        underWay[device].setTag(sector, others + 1);
        expected[device].setTag(sector, others == 0 ? Tags.stamp(write.call(), i) : UNKNOWN);
      }
    }
  }

  /**
   * A write is over. One that was interrupted never is: its bios may write at any time, so nothing
   * is known of its sectors any more.
   */
  void end(IoRequest write, IoReturn result, long bits) {
    boolean interrupted = result.errno() == Errno.EINTR;
    boolean unknown = result.errno() != Errno.OK && !result.bitsWritten();
    for (int index = 0; index < write.regions().size(); index++) {
      IoRegion region = write.regions().get(index);
      int device = region.device().id();
      boolean failed = unknown || (bits >>> index & 1) != 0;
      for (long i = 0; i < region.count(); i++) {
        long sector = region.sector() + i;
        long others = underWay[device].tag(sector) - (interrupted ? 0 : 1);
        assert others >= 0 : "no write is under way to sector " + sector;
        underWay[device].setTag(sector, others);
        if (failed) {
          expected[device].setTag(sector, UNKNOWN);
        }
      }
    }
  }

  /** Whether it is known what a sector must hold. */
  boolean isKnown(int device, long sector) {
    return expected[device].tag(sector) != UNKNOWN;
  }

  /** What a sector must hold, if that is known. */
  long tag(int device, long sector) {
    return expected[device].tag(sector);
  }

  /** Ranges of sectors of which something is known, none longer than {@code most}. */
  List<RegionSpec> known(int most) {
    List<RegionSpec> ranges = new ArrayList<>();
    for (int device = 0; device < expected.length; device++) {
      Ranges collected = new Ranges(device, most, ranges);
      expected[device].forEachTouched(collected::see);
      collected.close();
    }
    return ranges;
  }

  private static final class Ranges {

    private final int device;
    private final int most;
    private final List<RegionSpec> ranges;
    private long first;
    private long count;

    private Ranges(int device, int most, List<RegionSpec> ranges) {
      this.device = device;
      this.most = most;
      this.ranges = ranges;
    }

    private void see(long sector, long tag) {
      if (tag == UNKNOWN) {
        return;
      }
      assert count == 0 || sector > first : "sector " + sector + " comes after " + first;
      if (count == most || sector != first + count) {
        close();
        first = sector;
      }
      count++;
    }

    private void close() {
      if (count > 0) {
        ranges.add(new RegionSpec(device, first, count));
        count = 0;
      }
    }
  }
}
