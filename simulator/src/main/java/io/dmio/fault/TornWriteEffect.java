package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.fault.SilentKind.Rest;
import io.dmio.fault.SilentKind.TornWrite;
import io.dmio.fault.SilentKind.Unit;

/** Lets a part of the new data arrive. */
final class TornWriteEffect implements Corruption {

  private final TornWrite kind;

  TornWriteEffect(TornWrite kind) {
    this.kind = kind;
  }

  @Override
  public boolean draws() {
    return true;
  }

  @Override
  public boolean fits(Bio bio, SectorSet place, long first, long end) {
    if (kind.unit() == Unit.BYTE) {
      return true;
    }
    long one = place.next(first);
    long other = place.last(end);
    return Tear.unitOf(one, kind.unit()) != Tear.unitOf(other, kind.unit());
  }

  @Override
  public void work(CorruptionHit wound, BioPayload cargo) {
    SectorSet sectors = wound.sectors();
    Tear tear = Tear.draw(kind, sectors, wound.dice());
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        tear.next(sector);
        if (tear.length() < Sectors.SIZE && cargo.isUnderWay(sector)) {
          tear(sector, tear, wound, cargo);
          cargo.declare(sector, 1, wound.rule(), true);
        }
      }
    }
  }

  private void tear(long sector, Tear tear, CorruptionHit wound, BioPayload cargo) {
    if (tear.length() == 0 && kind.rest() == Rest.OLD) {
      cargo.drop(sector);
      return;
    }
    byte[] rest = new byte[Sectors.SIZE];
    fill(rest, sector, wound, cargo);
    if (tear.length() > 0) {
      byte[] arrived = new byte[Sectors.SIZE];
      cargo.tags().expand(cargo.tag(sector), arrived, 0);
      System.arraycopy(arrived, tear.from(), rest, tear.from(), tear.length());
    }
    cargo.set(sector, cargo.tags().of(rest, 0));
  }

  private void fill(byte[] rest, long sector, CorruptionHit wound, BioPayload cargo) {
    switch (kind.rest()) {
      case OLD -> cargo.tags().expand(cargo.surface().tag(sector), rest, 0);
      case ZERO -> cargo.tags().expand(Tags.ZERO, rest, 0);
      case GARBAGE -> {
        for (int i = 0; i < rest.length; i++) {
          rest[i] = (byte) wound.dice().next();
        }
      }
    }
  }
}
