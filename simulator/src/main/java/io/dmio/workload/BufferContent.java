package io.dmio.workload;

import io.dmio.block.Memory;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;

/**
 * Fills and reads buffers by the sectors of the buffer: sector i is its bytes from 512 × i.
 *
 * <p>Where a piece begins or ends inside a sector, bytes are moved instead of tags.
 */
public final class BufferContent {

  private final SectorStore store;
  private final Tags tags;

  /** Of buffers in this memory. */
  public BufferContent(Memory memory, Tags tags) {
    this.store = memory.contents();
    this.tags = tags;
  }

  /** Stamps the first sectors of a buffer as data of a write; allocates nothing where aligned. */
  void stamp(IoMemory layout, int sectors, long write) {
    int done = 0;
    for (int piece = 0; done < sectors && piece < layout.pieces(); piece++) {
      int skipped = skipped(layout, piece);
      long address = layout.address(piece) + skipped;
      int bytes = layout.length(piece) - skipped;
      if (((address | bytes) & (Sectors.SIZE - 1)) != 0) {
        fill(layout, stamps(write, sectors));
        return;
      }
      int count = Math.min(sectors - done, (int) Sectors.ofBytes(bytes));
      store.stamp(Sectors.ofBytes(address), write, done, count);
      done += count;
    }
    assert done == sectors : "a buffer of " + done + " sectors, " + sectors + " are stamped";
  }

  /** The tags of a write's own data. */
  static long[] stamps(long write, int sectors) {
    long[] stamps = new long[sectors];
    for (int i = 0; i < sectors; i++) {
      stamps[i] = Tags.stamp(write, i);
    }
    return stamps;
  }

  /** Overwrites the first sectors of a buffer. */
  void fill(IoMemory layout, long[] content) {
    int sectors = content.length;
    if (!isAligned(layout)) {
      byte[] bytes = new byte[sectors * Sectors.SIZE];
      for (int i = 0; i < sectors; i++) {
        tags.expand(content[i], bytes, i * Sectors.SIZE);
      }
      moveBytes(layout, bytes, false);
      return;
    }
    int done = 0;
    for (int piece = 0; done < sectors && piece < layout.pieces(); piece++) {
      int count = Math.min(sectors - done, sectorCount(layout, piece));
      store.writeTags(firstSector(layout, piece), content, done, count);
      done += count;
    }
    assert done == sectors : "a buffer of " + done + " sectors, " + sectors + " are filled";
  }

  /** The tags of the first sectors of a buffer. */
  public long[] read(IoMemory layout, int sectors) {
    long[] content = new long[sectors];
    if (!isAligned(layout)) {
      byte[] bytes = new byte[sectors * Sectors.SIZE];
      moveBytes(layout, bytes, true);
      for (int i = 0; i < sectors; i++) {
        content[i] = tags.of(bytes, i * Sectors.SIZE);
      }
      return content;
    }
    int done = 0;
    for (int piece = 0; done < sectors && piece < layout.pieces(); piece++) {
      long first = firstSector(layout, piece);
      int count = Math.min(sectors - done, sectorCount(layout, piece));
      store.readTags(first, content, done, count);
      done += count;
    }
    assert done == sectors : "a buffer of " + done + " sectors, " + sectors + " are read";
    return content;
  }

  private void moveBytes(IoMemory layout, byte[] bytes, boolean out) {
    int done = 0;
    for (int piece = 0; done < bytes.length && piece < layout.pieces(); piece++) {
      int skipped = skipped(layout, piece);
      int length = Math.min(bytes.length - done, layout.length(piece) - skipped);
      long address = layout.address(piece) + skipped;
      if (out) {
        store.read(address, bytes, done, length);
      } else {
        store.write(address, bytes, done, length);
      }
      done += length;
    }
    assert done == bytes.length : "a buffer of " + done + " bytes, " + bytes.length + " are moved";
  }

  private static boolean isAligned(IoMemory layout) {
    long mixed = layout.skipped();
    for (int piece = 0; piece < layout.pieces(); piece++) {
      mixed |= layout.address(piece) | layout.length(piece);
    }
    return (mixed & (Sectors.SIZE - 1)) == 0;
  }

  private static long firstSector(IoMemory layout, int piece) {
    return Sectors.ofBytes(layout.address(piece) + skipped(layout, piece));
  }

  private static int sectorCount(IoMemory layout, int piece) {
    return (int) Sectors.ofBytes(layout.length(piece) - skipped(layout, piece));
  }

  private static int skipped(IoMemory layout, int piece) {
    return piece == 0 ? layout.skipped() : 0;
  }
}
