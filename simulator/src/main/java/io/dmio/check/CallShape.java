package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How far the regions of one call are covered by bios.
 *
 * <p>A region that needs more than its {@link FirstBio} has an account of its own. Reused.
 */
final class CallShape {

  private static final String COVERED = "the region was covered before";

  private final DialectRules rules;
  private final FirstBio first;

  /** Any other bio. */
  private final BioShape next;

  /** Of the regions that are open; others are spare. */
  private RegionCut[] cuts = {};

  /** Regions of which a bio was sent, and more are to come. */
  private long open;

  /** Regions of which all bios were sent. */
  private long covered;

  /** Regions of which a bio had the wrong shape; nothing is said about later ones. */
  private long spoiled;

  /** Makes an account; the shapes of bios are used by others as well. */
  CallShape(DialectRules rules, FirstBio first, BioShape next) {
    this.rules = rules;
    this.first = first;
    this.next = next;
  }

  /** Begins a call. */
  void begin() {
    open = 0;
    covered = 0;
    spoiled = 0;
  }

  /** Follows a bio; what is wrong with it in words, or null. */
  @Nullable String follow(IoRequest request, int region, Bio bio) {
    long bit = 1L << region;
    if ((spoiled & bit) != 0) {
      return null;
    }
    @Nullable String mistake = mistake(request, region, bio);
    if (mistake != null) {
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
      if (!rules.isSent(request, request.regions().get(region))) {
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

  private @Nullable String mistake(IoRequest request, int number, Bio bio) {
    IoRegion region = request.regions().get(number);
    long bit = 1L << number;
    if ((covered & bit) != 0) {
      return COVERED;
    }
    return (open & bit) != 0
        ? nextMistake(request, number, region, bio)
        : firstMistake(request, number, region, bio);
  }

  private @Nullable String firstMistake(IoRequest request, int number, IoRegion region, Bio bio) {
    first.of(request, region);
    if (!first.isSent()) {
      return COVERED;
    }
    if (first.rest().remaining() == 0) {
      covered |= 1L << number;
    } else {
      open |= 1L << number;
      cut(number).follow(first.rest());
    }
    return difference(bio, region.sector(), first.shape());
  }

  private @Nullable String nextMistake(IoRequest request, int number, IoRegion region, Bio bio) {
    RegionCut cut = cuts[number];
    long sector = region.sector() + region.count() - cut.remaining();
    cut.next(request.op(), region.device().limits(), next);
    if (cut.remaining() == 0) {
      covered |= 1L << number;
    }
    return difference(bio, sector, next);
  }

  private static @Nullable String difference(Bio bio, long sector, BioShape shape) {
    return bio.sector() == sector
        ? shape.difference(bio)
        : "it begins at sector " + bio.sector() + ", not " + sector;
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
