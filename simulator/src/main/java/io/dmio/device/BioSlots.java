package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The bios that a disk has, each in a numbered slot with what will become of it. */
final class BioSlots {

  private @Nullable Bio[] bios = new Bio[16];
  private BlockStatus[] statuses = new BlockStatus[16];
  private int[] transfers = new int[16];
  private @Nullable Transfer[] replacements = new Transfer[16];
  private int[] free = new int[16];
  private int freeCount;
  private int slotCount;

  /** Puts a bio into a slot, the one that got free last. */
  int take(Bio bio, FaultDecision decision) {
    int slot = freeCount > 0 ? free[--freeCount] : newSlot();
    bios[slot] = bio;
    statuses[slot] = decision.status();
    transfers[slot] = bytes(bio, decision.transferred());
    replacements[slot] = decision.instead();
    return slot;
  }

  /** The bio in a slot. */
  Bio bio(int slot) {
    Bio bio = bios[slot];
    if (bio == null) {
      throw new IllegalStateException("no bio in slot " + slot);
    }
    return bio;
  }

  /** How the bio in a slot will end. */
  BlockStatus status(int slot) {
    return statuses[slot];
  }

  /** How many of its bytes the bio in a slot will transfer. */
  int transfer(int slot) {
    return transfers[slot];
  }

  /** What moves the data of the bio in a slot; null: the disk. */
  @Nullable Transfer replacement(int slot) {
    return replacements[slot];
  }

  /** Empties a slot. */
  void giveBack(int slot) {
    bios[slot] = null;
    free[freeCount++] = slot;
  }

  private int newSlot() {
    if (slotCount == free.length) {
      int capacity = slotCount * 2;
      bios = Arrays.copyOf(bios, capacity);
      statuses = Arrays.copyOf(statuses, capacity);
      transfers = Arrays.copyOf(transfers, capacity);
      replacements = Arrays.copyOf(replacements, capacity);
      free = Arrays.copyOf(free, capacity);
    }
    return slotCount++;
  }

  private static int bytes(Bio bio, long sectors) {
    return sectors >= bio.sectorCount() && sectors > 0
        ? bio.bytes()
        : (int) Sectors.toBytes(sectors);
  }
}
