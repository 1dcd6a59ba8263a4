package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.device.DamageListener;
import java.util.ArrayList;
import java.util.List;

/**
 * What silent faults have touched, and what was found to be lost by that.
 *
 * <p>A declaration of sectors lasts until a write of them that was submitted after it has ended
 * well; of two for a sector the later counts. If power fails before that write is durable, the
 * declaration is there again. A declaration of what one call reads lasts for that call, and leaves
 * the sectors as they are.
 *
 * <p>A <em>loss</em> is a sector that is found different where it was declared. From then on it
 * counts as holding what was found, so that it is lost once, however often it is read; after a
 * rewrite it may be lost again. What one call misreads counts for each sector and each such call.
 * What nobody reads is found at the end of the run, unless it was rewritten before.
 */
public final class Losses implements DamageListener {

  private final CheckClock clock = new CheckClock();
  private final boolean failing;
  private final int most;
  private final List<Declarations> devices = new ArrayList<>();
  private final List<Misread> misreads = new ArrayList<>();
  private final List<Loss> kept = new ArrayList<>();
  private boolean declared;
  private long count;

  /**
   * Makes an empty list.
   *
   * @param failing whether a loss is a failure of the check {@link Check#INTEGRITY}
   * @param most how many losses are kept; all are counted
   */
  public Losses(boolean failing, int most) {
    this.failing = failing;
    this.most = most;
  }

  @Override
  public void damaged(int device, long first, long sectors, int rule) {
    assert first >= 0 && sectors > 0 : sectors + " sectors from " + first;
    while (devices.size() <= device) {
      devices.add(new Declarations());
    }
    devices.get(device).put(first, first + sectors, rule, clock.now());
    declared = true;
  }

  @Override
  public void misread(int device, long first, long sectors, int rule, Bio bio) {
    assert first >= 0 && sectors > 0 : sectors + " sectors from " + first;
    misreads.add(new Misread(device, first, first + sectors, bio.call(), rule));
    declared = true;
  }

  /** The clock of the checks, by which declarations are older or younger than writes. */
  CheckClock clock() {
    return clock;
  }

  /** Whether a loss is a failure. */
  boolean areFailures() {
    return failing;
  }

  /**
   * A write has ended well.
   *
   * @param durable whether no loss of power can take it
   */
  void rewritten(CheckedBio bio, boolean durable, long now) {
    if (declared && bio.device() < devices.size()) {
      Declarations of = devices.get(bio.device());
      of.rewritten(bio.sector(), bio.end(), bio.begin(), durable ? -1 : now);
    }
  }

  /** A flush has ended well that was submitted at a time. */
  void flushed(int device, long submitted) {
    if (device < devices.size()) {
      devices.get(device).flushed(submitted);
    }
  }

  /**
   * The next loss of power may take from a sector what a flush should have made durable, unless a
   * flush does that before, or a durable write.
   */
  void unflushed(int device, long sector) {
    if (!causeOf(device, sector, -1).isExplained()) {
      damaged(device, sector, 1, DamageListener.KERNEL);
    }
  }

  /** Power has failed. */
  void powerCut(int device) {
    if (device < devices.size()) {
      devices.get(device).powerCut(clock.now());
    }
  }

  /** A call is over. */
  void over(int call) {
    if (!misreads.isEmpty()) {
      misreads.removeIf(misread -> misread.call == call);
    }
  }

  /** The host has died, and hears no read any more. */
  void dropHost() {
    misreads.clear();
  }

  /** Whether what a call reads of a device is declared, so that it tells nothing of the device. */
  boolean isMisread(int device, int call) {
    for (Misread misread : misreads) {
      if (misread.call == call && misread.device == device) {
        return true;
      }
    }
    return false;
  }

  /**
   * Why a sector may differ from what it should hold.
   *
   * @param call who reads it, or -1
   */
  Cause causeOf(int device, long sector, int call) {
    if (!declared) {
      return Cause.UNEXPLAINED;
    }
    for (Misread misread : misreads) {
      if (misread.covers(device, sector, call)) {
        return new Cause(Cause.Kind.MISREAD, misread.rule, "");
      }
    }
    return device < devices.size() ? devices.get(device).causeOf(sector) : Cause.UNEXPLAINED;
  }

  void add(Loss loss) {
    assert loss.count() > 0 : "a loss of " + loss.count() + " sectors";
    count += loss.count();
    if (kept.size() < most) {
      kept.add(loss);
    }
  }

  /** The first losses, the first first. */
  public List<Loss> kept() {
    return List.copyOf(kept);
  }

  /** How many sectors were lost altogether. */
  public long count() {
    return count;
  }

  private record Misread(int device, long first, long end, int call, int rule) {

    private boolean covers(int where, long sector, int reader) {
      return reader == call && where == device && first <= sector && sector < end;
    }
  }
}
