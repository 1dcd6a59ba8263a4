package io.dmio.workload;

import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The data of those reads and writes that some step names. */
final class KnownData {

  private final NamedCalls names;
  private final SectorPlaces places;
  private final Map<String, long[]> reads = new TreeMap<>();
  private final NavigableMap<String, Written> writes = new TreeMap<>();

  KnownData(NamedCalls names, SectorPlaces places) {
    this.names = names;
    this.places = places;
  }

  /** Whether what a read with this id has read is to be kept. */
  boolean keepsRead(String id) {
    return names.namesRead(id);
  }

  /** Whether what a write with this id writes is to be kept. */
  boolean keepsWrite(String id) {
    return names.namesWrite(id);
  }

  void read(String name, long[] content) {
    assert names.namesReads() : "nobody takes the data of " + name;
    reads.put(name, content);
  }

  void written(String name, IoRequest request, long[] content) {
    writes.put(name, new Written(name, request.regions(), content));
  }

  /** Forgets what was read: it is gone with the memory of its host. */
  void forgetReads() {
    reads.clear();
  }

  /** What a read has read, or null if it is not over. */
  long @Nullable [] ofRead(String name) {
    return reads.get(name);
  }

  /**
   * Whether a write puts this tag into this sector.
   *
   * @param name of a write, or of the load or user's task that made numbered writes
   */
  boolean puts(String name, int device, long sector, long tag) {
    Written own = writes.get(name);
    if (own != null) {
      return puts(own, device, sector, tag);
    }
    for (Written written : writes.subMap(name + "[", name + "\\").values()) {
      if (puts(written, device, sector, tag)) {
        return true;
      }
    }
    return false;
  }

  /** The first named write that puts this tag into this sector, or null. */
  @Nullable Written whoPuts(int device, long sector, long tag) {
    for (Written written : writes.values()) {
      if (puts(written, device, sector, tag)) {
        return written;
      }
    }
    return null;
  }

  /** The first named write that has this tag anywhere in its data, or null. */
  @Nullable Written whoHas(long tag) {
    for (Written written : writes.values()) {
      if (written.contains(tag)) {
        return written;
      }
    }
    return null;
  }

  private boolean puts(Written written, int device, long sector, long tag) {
    return written.puts(device, sector, tag)
        || (places != SectorPlaces.PLAIN && written.puts(places, device, sector, tag));
  }

  /**
   * A write and its data.
   *
   * @param name its name
   * @param regions where
   * @param content tags of its buffer
   */
  record Written(String name, List<IoRegion> regions, long[] content) {

    /** Whether this write puts this tag into this sector. */
    boolean puts(int device, long sector, long tag) {
      for (IoRegion region : regions) {
        long place = sector - region.sector();
        if (region.device().id() == device
            && place >= 0
            && place < region.count()
            && place < content.length
            && content[(int) place] == tag) {
          return true;
        }
      }
      return false;
    }

    /** Whether this write puts this tag into this sector, by whatever device. */
    boolean puts(SectorPlaces places, int device, long sector, long tag) {
      for (IoRegion region : regions) {
        long sectors = Math.min(region.count(), content.length);
        for (int i = 0; i < sectors; i++) {
          if (content[i] == tag
              && places.meet(device, sector, region.device().id(), region.sector() + i)) {
            return true;
          }
        }
      }
      return false;
    }

    /** Whether this tag is part of its data, wherever it should be. */
    boolean contains(long tag) {
      for (long own : content) {
        if (own == tag) {
          return true;
        }
      }
      return false;
    }
  }
}
