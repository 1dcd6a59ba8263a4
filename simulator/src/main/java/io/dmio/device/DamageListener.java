package io.dmio.device;

import io.dmio.block.Bio;

/**
 * Hears which sectors something silent has touched, so that what differs there is explained.
 *
 * <p>What a rule does to a bio is told just before that bio ends, after its data has moved. A bio
 * that power takes before its end has failed, and no rule does anything to it.
 *
 * <p>A disk's sectors are <em>damaged</em> until they are <em>repaired</em> by a write that arrives
 * as it should. A repair is about what the disk would deliver now: if power takes a repair that was
 * not durable yet, the damage is there again.
 */
@FunctionalInterface
public interface DamageListener {

  /** In place of a rule's number: no rule, but what disks may do when power fails. */
  int NO_RULE = -1;

  /** In place of a rule's number: what the kernel loses by its design. */
  int KERNEL = Integer.MIN_VALUE;

  /**
   * In place of a rule's number: the table of a stacked device, with a target that is meant to do
   * such things.
   */
  static int ofTable(int device) {
    return NO_RULE - 1 - device;
  }

  /** The stacked device of {@link #ofTable}, or -1: it is a rule's number or none. */
  static int tableOf(int rule) {
    return rule < NO_RULE && rule != KERNEL ? NO_RULE - 1 - rule : -1;
  }

  /** Nobody hears. */
  DamageListener NONE = (device, first, count, rule) -> {};

  /**
   * Sectors may from now on differ from what was written there, or from what reads deliver.
   *
   * @param device the number of the disk
   * @param first the first sector
   * @param count how many
   * @param rule the number of the rule, {@link #NO_RULE}, {@link #KERNEL} or {@link #ofTable}
   */
  void damaged(int device, long first, long count, int rule);

  /**
   * Damaged sectors were written anew and hold what they should. Told only of what a rule has done
   * to the data of bios; what a lie about durability or a power cut has damaged is repaired by the
   * next durable write.
   *
   * @param device the number of the disk
   * @param first the first sector
   * @param count how many
   */
  default void repaired(int device, long first, long count) {}

  /**
   * A read delivers wrong data for some sectors, and it alone: the next read of them may be right.
   *
   * @param device the number of the disk
   * @param first the first sector
   * @param count how many
   * @param rule the number of the rule
   * @param bio the read as it came to the disk, which is about to end
   */
  default void misread(int device, long first, long count, int rule, Bio bio) {}
}
