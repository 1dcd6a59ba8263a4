package io.dmio.device;

import java.util.List;

/**
 * What one power cut did to one disk.
 *
 * @param device the number of the disk
 * @param timeNanos when
 * @param how what was to survive
 * @param hostGone whether the owners of its bios went too, so that nobody heard of them
 * @param bios how many bios were in the disk
 * @param states how many states of the disk were allowed; {@link Long#MAX_VALUE}: that many or more
 * @param affected how many atomic units or unreadable blocks there were
 * @param fates the first {@link #MOST_FATES} of them, by sector
 */
public record PowerCutRecord(
    int device,
    long timeNanos,
    Survival how,
    boolean hostGone,
    int bios,
    long states,
    int affected,
    List<Fate> fates) {

  /** How many cuts of a disk are kept. */
  public static final int MOST_CUTS = 64;

  /** How many fates of a cut are kept. */
  public static final int MOST_FATES = 512;

  /** How many contents of a fate are kept. */
  public static final int MOST_CONTENTS = 16;

  /** Makes a record of its own. */
  public PowerCutRecord {
    fates = List.copyOf(fates);
  }

  /** How far a content had come when power failed. */
  public enum State {
    /** It was on the medium for good. */
    DURABLE,
    /** It was written, the write had ended, and no flush had made it durable. */
    CACHED,
    /** The write was being served. */
    IN_FLIGHT,
    /**
     * None: a write being served covered the physical block only in part, and the disk was
     * rewriting it, so that it cannot be read until it is written anew.
     */
    UNREADABLE
  }

  /**
   * What may have become of an atomic unit, or of a physical block that is unreadable now, and what
   * did.
   *
   * @param first the first sector
   * @param sectors how many
   * @param survived the index of what it holds among the allowed contents; -1: it is unreadable
   * @param state how far that had come
   * @param contents how many different contents were allowed, in the order of its history; 0 if it
   *     is unreadable
   * @param allowed of these the first, and what it holds
   */
  public record Fate(
      long first, int sectors, int survived, State state, int contents, List<Content> allowed) {

    /** Makes a record of its own. */
    public Fate {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * A content that was allowed.
   *
   * @param index its place among all
   * @param state how far it had come
   * @param tags what its sectors are
   */
  public record Content(int index, State state, List<Long> tags) {

    /** Makes a record of its own. */
    public Content {
      tags = List.copyOf(tags);
    }
  }
}
