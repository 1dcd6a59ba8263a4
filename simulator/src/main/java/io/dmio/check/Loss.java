package io.dmio.check;

import io.dmio.device.DamageListener;

/**
 * Sectors that were found to hold something else than they should, in a way that a silent fault
 * explains.
 *
 * @param device the device's number
 * @param sector the first sector
 * @param count how many sectors, each of which counts as one loss
 * @param rule the number of the fault rule, or what stands in its place: see {@link #kind}
 * @param call the number of the call whose read has found it, or -1: found at rest
 * @param expected what they should hold, in words
 * @param actual what they hold, in words
 * @param timeNanos virtual time
 */
public record Loss(
    int device,
    long sector,
    long count,
    int rule,
    int call,
    String expected,
    String actual,
    long timeNanos) {

  /** What has lost them. */
  public enum Kind {
    /** A silent fault of a rule. */
    RULE("rule"),
    /** A target of a table that is meant to do such things. */
    TABLE("table"),
    /** What disks may do when power fails. */
    POWER("power"),
    /** The kernel, by its design. */
    KERNEL("kernel");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Its name. */
    public String text() {
      return text;
    }

    /** The kind of a {@link Loss#rule}. */
    static Kind of(int rule) {
      return switch (rule) {
        case DamageListener.KERNEL -> KERNEL;
        case DamageListener.NO_RULE -> POWER;
        default -> rule < 0 ? TABLE : RULE;
      };
    }
  }

  /**
   * What has lost them: a rule; a {@link DamageListener#ofTable table}; for {@link
   * DamageListener#NO_RULE} what disks may do when power fails; for {@link DamageListener#KERNEL}
   * the kernel.
   */
  public Kind kind() {
    return Kind.of(rule);
  }
}
