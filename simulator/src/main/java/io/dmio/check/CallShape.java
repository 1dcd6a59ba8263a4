package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.QueueLimits;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.Arrays;

/**
 * How far the regions of one call are covered by bios.
 *
 * <p>All regions begin at the same memory, so regions of equal size on devices with equal limits
 * begin with equal bios: what the first is like is found out once for all of them. A region that
 * needs more than that has an account of its own. Reused.
 */
final class CallShape {

  private static final long NOTHING = -1;

  private final DialectRules rules;

  /** The first bio of a region of so many sectors, and what is left behind it. */
  private final BioShape first = new BioShape();

  private final RegionCut afterFirst;
  private long count = NOTHING;
  private QueueLimits limits = QueueLimits.UNLIMITED;

  /** Any other bio. */
  private final BioShape next = new BioShape();

  /** Of the regions that are open; others are spare. */
  private RegionCut[] cuts = {};

  /** Regions of which a bio was sent, and more are to come. */
  private long open;

  /** Regions of which all bios were sent. */
  private long covered;

  /** Regions of which a bio had the wrong shape; nothing is said about later ones. */
  private long spoiled;

  CallShape(DialectRules rules) {
    this.rules = rules;
    afterFirst = new RegionCut(rules);
  }

  /** Begins a call. */
  void begin() {
    count = NOTHING;
    open = 0;
    covered = 0;
    spoiled = 0;
  }

  /** Follows a bio; what is wrong with it in words, or empty. */
  String follow(IoRequest request, int region, Bio bio) {
    long bit = 1L << region;
    if ((spoiled & bit) != 0) {
      return "";
    }
    String mistake = mistake(request, region, bio);
    if (!mistake.isEmpty()) {
      spoiled |= bit;
    }
    return mistake;
  }

  /** Regions of which not all bios were sent that should be: a bit for each. */
  long missing(IoRequest request) {
    int regions = Math.min(request.regions().size(), IoRequest.MAX_REGIONS);
    long all = regions == 0 ? 0 : -1L >>> Long.SIZE - regions;
    long missing = all & ~covered & ~spoiled;
    for (long left = missing; left != 0; left &= left - 1) {
      int region = Long.numberOfTrailingZeros(left);
      if (!isSent(request, request.regions().get(region))) {
        missing &= ~(1L << region);
      }
    }
    return missing;
  }

  /** Sectors of a region that is not covered that no bio covers; 0: it lacks a flush. */
  long remaining(IoRequest request, int region) {
    boolean begun = (open >>> region & 1) != 0;
    return begun ? cuts[region].remaining() : request.regions().get(region).count();
  }

  private String mistake(IoRequest request, int number, Bio bio) {
    IoRegion region = request.regions().get(number);
    long bit = 1L << number;
    if ((covered & bit) != 0 || !isSent(request, region)) {
      return "the region was covered before";
    }
    boolean begun = (open & bit) != 0;
    long sector = region.sector() + (begun ? region.count() - cuts[number].remaining() : 0);
    if (bio.sector() != sector) {
      return "it begins at sector " + bio.sector() + ", not " + sector;
    }
    return (begun ? next(request, number) : first(request, number)).difference(bio);
  }

  /** What the first bio of a region should be like, which has come. */
  private BioShape first(IoRequest request, int number) {
    IoRegion region = request.regions().get(number);
    if (count != region.count() || !limits.equals(region.device().limits())) {
      count = region.count();
      limits = region.device().limits();
      afterFirst.begin(request.memory(), count);
      afterFirst.next(request.op(), limits, first);
    }
    if (afterFirst.remaining() == 0) {
      covered |= 1L << number;
    } else {
      open |= 1L << number;
      cut(number).follow(afterFirst);
    }
    return first;
  }

  /** What the next bio of an open region should be like, which has come. */
  private BioShape next(IoRequest request, int number) {
    cuts[number].next(request.op(), request.regions().get(number).device().limits(), next);
    if (cuts[number].remaining() == 0) {
      covered |= 1L << number;
    }
    return next;
  }

  /** Whether there is anything to send of a region. */
  private boolean isSent(IoRequest request, IoRegion region) {
    return (region.count() > 0 || rules.sendsEmpty(request.flags()))
        && !rules.isUnable(request, region);
  }

  private RegionCut cut(int number) {
    if (number >= cuts.length) {
      int made = cuts.length;
      cuts = Arrays.copyOf(cuts, number + 1);
      for (int i = made; i < cuts.length; i++) {
        cuts[i] = new RegionCut(rules);
      }
    }
    return cuts[number];
  }
}
