package io.dmio.fault;

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
  public boolean usesChance() {
    return true;
  }

  @Override
  public boolean appliesTo(SectorAccess access, SectorSet sectors) {
    if (kind.unit() == Unit.BYTE) {
      return true;
    }
    long one = sectors.next(access.first());
    long other = sectors.last(access.end());
    return Tear.unitOf(one, kind.unit()) != Tear.unitOf(other, kind.unit());
  }

  @Override
  public void corrupt(CorruptionHit hit, BioPayload payload) {
    SectorSet sectors = hit.sectors();
    Tear tear = Tear.draw(kind, sectors, hit.draws());
    for (int range = 0; range < sectors.ranges(); range++) {
      for (long sector = sectors.start(range); sector < sectors.end(range); sector++) {
        tear.next(sector);
        if (tear.length() < Sectors.SIZE && payload.isBeingStored(sector)) {
          tear(sector, tear, hit, payload);
          payload.reportDamage(sector, 1, hit.rule(), true);
        }
      }
    }
  }

  private void tear(long sector, Tear tear, CorruptionHit hit, BioPayload payload) {
    if (tear.length() == 0 && kind.rest() == Rest.OLD) {
      payload.drop(sector);
      return;
    }
    byte[] rest = new byte[Sectors.SIZE];
    fill(rest, sector, hit, payload);
    if (tear.length() > 0) {
      byte[] arrived = new byte[Sectors.SIZE];
      payload.tags().expand(payload.tag(sector), arrived, 0);
      System.arraycopy(arrived, tear.from(), rest, tear.from(), tear.length());
    }
    payload.set(sector, payload.tags().of(rest, 0));
  }

  private void fill(byte[] rest, long sector, CorruptionHit hit, BioPayload payload) {
    switch (kind.rest()) {
      case OLD -> payload.tags().expand(payload.media().tag(sector), rest, 0);
      case ZERO -> payload.tags().expand(Tags.ZERO, rest, 0);
      case GARBAGE -> {
        for (int i = 0; i < rest.length; i++) {
          rest[i] = (byte) hit.draws().next();
        }
      }
    }
  }
}
