package io.dmio.run;

import java.util.List;

/**
 * What became of a call in one run.
 *
 * @param task who made it
 * @param does such as {@code sync write}
 * @param returned {@code OK} or the errno's name, {@link #NEVER} if it did not return
 * @param refusal the rule by which it was refused, or an empty text
 * @param regions how many regions it had
 * @param bitsHeard whether its caller heard error bits
 * @param bits the error bits, 0 if it heard none
 * @param bios what it was made of, in the order of submission
 * @param data in words, or an empty text
 * @param latencyNanos from the call to its return (sync) or callback (async); -1: it has not ended
 */
public record CallFigures(
    String task,
    String does,
    String returned,
    String refusal,
    int regions,
    boolean bitsHeard,
    long bits,
    List<BioFigures> bios,
    String data,
    long latencyNanos) {

  /** What stands for the return of a call that did not return. */
  public static final String NEVER = "never";

  /** Copies the list. */
  public CallFigures {
    bios = List.copyOf(bios);
  }

  /**
   * A bio.
   *
   * @param region the number of its region
   * @param device its name
   * @param sector its first sector
   * @param sectors how many; 0 for a flush
   * @param status how it ended, {@code LOST} or {@code NOT ENDED} if it did not
   */
  public record BioFigures(int region, String device, long sector, long sectors, String status) {}
}
