package io.dmio.device;

/** Hears which sectors something silent has touched, so that what differs there is explained. */
@FunctionalInterface
public interface DamageBook {

  /** In place of a rule's number: no rule, but what disks may do when power fails. */
  int NO_RULE = -1;

  /** Nobody hears. */
  DamageBook NONE = (device, first, count, rule) -> {};

  /**
   * Sectors may from now on differ from what was written there, or from what reads deliver.
   *
   * @param device the number of the disk
   * @param first the first sector
   * @param count how many
   * @param rule the number of the rule, or {@link #NO_RULE}
   */
  void damaged(int device, long first, long count, int rule);
}
