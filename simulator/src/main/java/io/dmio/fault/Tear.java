package io.dmio.fault;

import io.dmio.block.Sectors;
import io.dmio.fault.SilentKind.Keeps;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;

/**
 * Which bytes of torn sectors arrive: {@link #length()} of a sector from {@link #from()} on. Shows
 * one sector after the other, in order.
 *
 * <p>Something arrives and something does not, whatever is drawn. A unit is what of the sectors
 * lies in one aligned unit of the disk.
 */
abstract sealed class Tear {

  private int from;
  private int length;

  /** Draws one; the sectors are of more than one unit. */
  static Tear draw(TornWrite kind, SectorSet sectors, DerivedDraws draws) {
    return kind.unit() == Unit.BYTE
        ? new Bytes(kind.keeps(), Sectors.toBytes(sectors.size()), draws)
        : new Units(kind, units(sectors, kind.unit()), draws);
  }

  /** The number of the unit that a sector lies in. */
  static long unitOf(long sector, Unit unit) {
    return unit == Unit.PAGE ? sector / Sectors.PER_PAGE : sector;
  }

  /** Goes to a sector behind the one before. */
  abstract void next(long sector);

  /** The first byte that arrives. */
  final int from() {
    return from;
  }

  /** How many bytes arrive. */
  final int length() {
    return length;
  }

  final void arrives(int first, int bytes) {
    from = first;
    length = bytes;
  }

  private static long units(SectorSet sectors, Unit unit) {
    long count = 0;
    long last = -1;
    for (int range = 0; range < sectors.ranges(); range++) {
      long first = unitOf(sectors.start(range), unit);
      long end = unitOf(sectors.end(range) - 1, unit);
      count += end - Math.max(first, last + 1) + 1;
      last = end;
    }
    return count;
  }

  /** Whole units arrive or do not. */
  private static final class Units extends Tear {

    private final TornWrite kind;
    private final DerivedDraws draws;
    private final long cut;
    private final long never;
    private long unit = -1;
    private long block = -1;
    private boolean kept;

    Units(TornWrite kind, long units, DerivedDraws draws) {
      this.kind = kind;
      this.draws = draws;
      boolean random = kind.keeps() == Keeps.RANDOM;
      cut = random ? draws.below(units) : 1 + draws.below(units - 1);
      never = (cut + 1 + draws.below(units - 1)) % units;
    }

    @Override
    void next(long sector) {
      long of = unitOf(sector, kind.unit());
      if (of != block) {
        block = of;
        unit++;
        kept = isKept();
      }
      arrives(0, kept ? Sectors.SIZE : 0);
    }

    private boolean isKept() {
      return switch (kind.keeps()) {
        case PREFIX -> unit < cut;
        case SUFFIX -> unit >= cut;
        case RANDOM -> draws.coin() ? unit != never : unit == cut;
      };
    }
  }

  /** Bytes in a row arrive. */
  private static final class Bytes extends Tear {

    private final long begin;
    private final long end;
    private long position = -Sectors.SIZE;

    Bytes(Keeps keeps, long bytes, DerivedDraws draws) {
      long cut = 1 + draws.below(bytes - 1);
      switch (keeps) {
        case PREFIX -> {
          begin = 0;
          end = cut;
        }
        case SUFFIX -> {
          begin = cut;
          end = bytes;
        }
        default -> {
          begin = draws.below(bytes);
          end = begin + 1 + draws.below(Math.min(bytes - begin, bytes - 1));
        }
      }
    }

    @Override
    void next(long sector) {
      position += Sectors.SIZE;
      long first = Math.min(Math.max(begin - position, 0), Sectors.SIZE);
      long last = Math.min(Math.max(end - position, 0), Sectors.SIZE);
      arrives((int) first, (int) (last - first));
    }
  }
}
