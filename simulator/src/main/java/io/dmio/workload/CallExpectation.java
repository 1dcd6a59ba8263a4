package io.dmio.workload;

import io.dmio.block.Errno;
import io.dmio.engine.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step expects of its call; null: anything.
 *
 * @param errno what it returns
 * @param errorBits the error bits, of the return or of the callback
 * @param refusal the rule by which it is refused
 * @param bios how many bios go to which device
 */
public record CallExpectation(
    @Nullable Errno errno,
    @Nullable Long errorBits,
    @Nullable Refusal refusal,
    List<BioCount> bios) {

  /** Expects nothing. */
  public static final CallExpectation NONE = new CallExpectation(null, null, null, List.of());

  /** Copies the list. */
  public CallExpectation {
    bios = List.copyOf(bios);
  }

  /** Whether anything will do. */
  public boolean isNone() {
    return this == NONE
        || (errno == null && errorBits == null && refusal == null && bios.isEmpty());
  }

  /**
   * A number of bios.
   *
   * @param device the device's number
   * @param count how many
   */
  public record BioCount(int device, Quantity count) {}
}
