package io.dmio.check;

import io.dmio.block.SectorContent;
import org.jspecify.annotations.Nullable;

/** 8 sectors in a row of one device: what they hold for certain, and what is under way there. */
final class Granule {

  private final long first;

  /** The version of each sector. */
  private long[] tags;

  /** Whether the array is that of a write, and must not be changed. */
  private boolean shared;

  private int underWay;
  private @Nullable CheckedBio alone;
  private @Nullable CandidateVersions candidates;

  /** The granule of a number, as it is before anybody writes there. */
  Granule(long number, SectorContent initial) {
    first = Granules.firstSector(number);
    tags = initial.tags(first, Granules.SECTORS);
  }

  /** Its first sector. */
  long first() {
    return first;
  }

  /** The sector after its last one. */
  long end() {
    return first + Granules.SECTORS;
  }

  /** The version of each sector, or what it was before there were candidates; not to be changed. */
  long[] tags() {
    return tags;
  }

  /** Its tags, which may be changed. */
  long[] ownTags() {
    if (shared) {
      tags = tags.clone();
      shared = false;
    }
    return tags;
  }

  /** All of its tags are those of a write, which nobody changes. */
  void share(long[] ofWrite) {
    assert ofWrite.length >= Granules.SECTORS : ofWrite.length + " tags for a granule";
    tags = ofWrite;
    shared = true;
  }

  /** A bio starts here; whether nobody else is under way. */
  boolean enter() {
    assert underWay >= 0 : underWay + " bios are under way on sector " + first;
    return underWay++ == 0;
  }

  /** A bio ends here. */
  void leave() {
    assert underWay > 0 : "a bio leaves sector " + first + ", where none is";
    underWay--;
  }

  /** Whether nobody is under way here. */
  boolean isIdle() {
    return underWay == 0;
  }

  /** The write under way that nobody else has met so far, and that is no candidate. */
  @Nullable CheckedBio alone() {
    return alone;
  }

  void setAlone(@Nullable CheckedBio write) {
    assert write == null || underWay == 1 : underWay + " bios are under way, and one is alone";
    alone = write;
  }

  /** What its sectors may hold, or null: every sector has one version. */
  @Nullable CandidateVersions candidates() {
    return candidates;
  }

  void setCandidates(@Nullable CandidateVersions over) {
    candidates = over;
  }

  /** The first sector here that a bio covers. */
  long from(CheckedBio bio) {
    return Math.max(bio.sector(), first);
  }

  /** The sector after the last one here that a bio covers. */
  long to(CheckedBio bio) {
    return Math.min(bio.end(), end());
  }
}
