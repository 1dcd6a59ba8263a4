package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Sectors;
import io.dmio.device.DamageListener;
import io.dmio.ledger.PieceTap;
import io.dmio.ledger.TappedBio;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.mapper.TargetWatch;

/** Declares what targets lose by their tables: it lies on the disks below them. */
final class TableLosses implements TargetWatch {

  private final SectorMap map;
  private final DiskJudge judge;
  private final Losses losses;
  private final PieceTap tap;
  private final PieceJudge pieces;
  private final Descents descents;

  TableLosses(
      SectorMap map,
      DiskJudge judge,
      Losses losses,
      PieceTap tap,
      PieceJudge pieces,
      Descents descents) {
    this.map = map;
    this.judge = judge;
    this.losses = losses;
    this.tap = tap;
    this.pieces = pieces;
    this.descents = descents;
  }

  @Override
  public void dropped(int table, int device, long first, long count, Bio bio) {
    TappedBio whole = tap.wholeOf(bio);
    if (whole != null) {
      int from = (int) Sectors.ofBytes(bio.offset());
      pieces.drop(whole, from, from + (int) count, DamageListener.ofTable(table));
    }
  }

  @Override
  public void corrupting(int table, int device, long first, long count, Bio bio) {
    TappedBio whole = tap.wholeOf(bio);
    if (whole != null) {
      Descent descent = descents.of(whole);
      map.visitPieces(
          device,
          true,
          first,
          count,
          (ground, disk, sector, sectors, offset) -> {
            if (ground == Ground.DISK) {
              int rule = DamageListener.ofTable(table);
              descent.corruptions().add(new Descent.Corruption(disk, sector, sectors, rule));
            }
          });
    }
  }

  @Override
  public void flushDropped(int table, int device, Bio bio) {
    for (int disk : map.flushed(device)) {
      judge.forEachNotDurable(
          disk, sector -> losses.damaged(disk, sector, 1, DamageListener.ofTable(table)));
    }
  }

  @Override
  public void misread(int table, int device, long first, long count, Bio bio) {
    int rule = DamageListener.ofTable(table);
    map.visitPieces(
        device,
        false,
        first,
        count,
        (ground, disk, sector, sectors, offset) ->
            losses.misread(disk, sector, sectors, rule, bio));
  }
}
