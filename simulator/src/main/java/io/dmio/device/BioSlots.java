package io.dmio.device;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bios that a disk has, each in a numbered slot with what will become of it.
 *
 * <p>Bios are served in the order in which they arrive.
 */
final class BioSlots {

  private @Nullable Bio[] bios = new Bio[16];
  private BlockStatus[] statuses = new BlockStatus[16];
  private int[] transfers = new int[16];
  private @Nullable Transfer[] replacements = new Transfer[16];
  private long[] arrivals = new long[16];
  private long[] handles = new long[16];
  private Stage[] stages = new Stage[16];
  private long[] flushLimits = new long[16];
  private int[] flushLies = new int[16];
  private int[] fuaLies = new int[16];
  private int[] free = new int[16];
  private int freeCount;
  private int slotCount;
  private long arrived;

  /** How far a bio is that is being served. */
  enum Stage {
    /** The flush before the data, or without data. */
    FLUSH,
    /** The data. */
    DATA,
    /** The flush after the data, of a disk that cannot do FUA. */
    FLUSH_AFTER
  }

  /** Puts a bio into a slot, the one that got free last. */
  int take(Bio bio, FaultDecision decision) {
    int slot = freeCount > 0 ? free[--freeCount] : newSlot();
    bios[slot] = bio;
    statuses[slot] = decision.status();
    transfers[slot] = bytes(bio, decision.transferred());
    replacements[slot] = decision.instead();
    arrivals[slot] = ++arrived;
    handles[slot] = 0;
    return slot;
  }

  /**
   * Notes what concerns the cache.
   *
   * @param clock of the cache: what came later need not be flushed
   */
  void note(int slot, FaultDecision decision, long clock) {
    flushLimits[slot] = clock;
    flushLies[slot] = decision.flushLie();
    fuaLies[slot] = decision.fuaLie();
  }

  /** Until when what came is to be flushed. */
  long flushLimit(int slot) {
    return flushLimits[slot];
  }

  /** Says until when what came is to be flushed. */
  void setFlushLimit(int slot, long clock) {
    flushLimits[slot] = clock;
  }

  /** The rule by which the flush does nothing, or {@link FaultDecision#NO_RULE}. */
  int flushLie(int slot) {
    return flushLies[slot];
  }

  /** The rule by which FUA does nothing, or {@link FaultDecision#NO_RULE}. */
  int fuaLie(int slot) {
    return fuaLies[slot];
  }

  /** A bio is being served: how far it is. */
  void enter(int slot, Stage stage) {
    stages[slot] = stage;
  }

  /** How far a bio is. */
  Stage stage(int slot) {
    return stages[slot];
  }

  /** Notes which event ends its stage. */
  void setHandle(int slot, long handle) {
    handles[slot] = handle;
  }

  /** Which event ends its stage; 0 while it waits to be served. */
  long handle(int slot) {
    return handles[slot];
  }

  /** The data has been moved. */
  void moved(int slot) {
    transfers[slot] = 0;
    replacements[slot] = null;
  }

  /** The bio will end with an error, and nothing will be transferred or flushed. */
  void fail(int slot, BlockStatus with) {
    statuses[slot] = with;
    moved(slot);
    stages[slot] = Stage.DATA;
  }

  /** The slots of all bios, in the order of arrival. */
  int[] byArrival() {
    return IntStream.range(0, slotCount)
        .filter(slot -> bios[slot] != null)
        .boxed()
        .sorted(Comparator.comparingLong(slot -> arrivals[slot]))
        .mapToInt(slot -> slot)
        .toArray();
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
      arrivals = Arrays.copyOf(arrivals, capacity);
      handles = Arrays.copyOf(handles, capacity);
      stages = Arrays.copyOf(stages, capacity);
      flushLimits = Arrays.copyOf(flushLimits, capacity);
      flushLies = Arrays.copyOf(flushLies, capacity);
      fuaLies = Arrays.copyOf(fuaLies, capacity);
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
