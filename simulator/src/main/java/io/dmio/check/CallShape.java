package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the regions of one call are covered by bios.
 *
 * <p>A region that needs more than its {@link FirstBio} has an account of its own. Reused.
 */
final class CallShape {

  private static final String COVERED = "the region was covered before";

  private final DialectRules rules;
  private final Tally tally;
  private final FirstBio first;

  /** Any other bio. */
  private final BioShape next;

  /** Of the regions that are open; others are spare. */
  private RegionCut[] cuts = {};

  /** Regions of which a bio was sent. */
  private long begun;

  /** Regions of which a bio was sent, and more are to come. */
  private long open;

  /** Regions of which a bio had the wrong shape; nothing is said about later ones. */
  private long spoiled;

  /** Makes an account; the shape of later bios is used by others as well. */
  CallShape(DialectRules rules, BioShape next, Tally tally) {
    this.rules = rules;
    this.tally = tally;
    first = new FirstBio(rules);
    this.next = next;
  }

  /** A call starts. */
  void begin(IoRequest request) {
    List<IoRegion> regions = request.regions();
    if (!regions.isEmpty()) {
      first.begin(request, regions.get(0));
    }
    begun = 0;
    open = 0;
    spoiled = 0;
  }

  /** Follows a bio of a region; what is wrong with it in words, or null. */
  @Nullable String follow(IoRequest request, int number, IoRegion region, Bio bio) {
    @Nullable String mistake =
        (begun >>> number & 1) == 0
            ? firstMistake(request, number, region, bio)
            : laterMistake(request, number, region, bio);
    if (mistake != null) {
      spoiled |= 1L << number;
      open &= ~spoiled;
    }
    return mistake;
  }

  /** Regions of which not all bios were sent that should be: a bit for each. */
  long missing(IoRequest request) {
    assert (open & ~begun) == 0 : "open " + open + ", begun " + begun;
    int regions = Math.min(request.regions().size(), IoRequest.MAX_REGIONS);
    tally.add(Comparison.REGIONS, regions);
    long all = regions == 0 ? 0 : -1L >>> Long.SIZE - regions;
    long missing = all & (~begun | open);
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
    boolean isOpen = (open >>> region & 1) != 0;
    return isOpen ? cuts[region].remaining() : request.regions().get(region).count();
  }

  private @Nullable String firstMistake(IoRequest request, int number, IoRegion region, Bio bio) {
    begun |= 1L << number;
    first.of(request, region);
    if (!first.isWhole()) {
      if (!first.isSent()) {
        return COVERED;
      }
      open |= 1L << number;
      cut(number).follow(first.rest());
    }
    return difference(bio, region.sector(), first.shape());
  }

  private @Nullable String laterMistake(IoRequest request, int number, IoRegion region, Bio bio) {
    long bit = 1L << number;
    if ((spoiled & bit) != 0) {
      return null;
    }
    if ((open & bit) == 0) {
      return COVERED;
    }
    RegionCut cut = cuts[number];
    assert cut.remaining() > 0 : "region " + number + " is open, and covered";
    long sector = region.sector() + region.count() - cut.remaining();
    cut.next(request.op(), region.device().limits(), next);
    if (cut.remaining() == 0) {
      open &= ~bit;
    }
    return difference(bio, sector, next);
  }

  private @Nullable String difference(Bio bio, long sector, BioShape shape) {
    tally.add(Comparison.SHAPES);
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
