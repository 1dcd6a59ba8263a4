package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Sectors;
import io.dmio.device.DamageBook;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.SectorMap.Ground;
import io.dmio.mapper.TargetWatch;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Declares what targets lose by their tables: it lies on the disks below them. */
final class TableLosses implements TargetWatch {

  private final SectorMap map;

  /** By disk; null in worlds where power does not fail. */
  private final DurableHistory @Nullable [] durables;

  private final Losses losses;
  private final Pieces pieces;

  TableLosses(SectorMap map, DurableHistory @Nullable [] durables, Losses losses, Pieces pieces) {
    this.map = map;
    this.durables = durables;
    this.losses = losses;
    this.pieces = pieces;
  }

  @Override
  public void dropped(int table, int device, long first, long count, Bio bio) {
    Flight whole = pieces.wholeOf(bio);
    if (whole != null) {
      int from = (int) Sectors.ofBytes(bio.offset());
      pieces.drop(whole, from, from + (int) count, DamageBook.ofTable(table));
    }
  }

  @Override
  public void corrupting(int table, int device, long first, long count, Bio bio) {
    Flight whole = pieces.wholeOf(bio);
    if (whole != null) {
      Descent descent = Objects.requireNonNull(whole.descent);
      map.visitPieces(
          device,
          true,
          first,
          count,
          (ground, disk, sector, sectors, offset) -> {
            if (ground == Ground.DISK) {
              int rule = DamageBook.ofTable(table);
              descent.corruptions().add(new Descent.Corruption(disk, sector, sectors, rule));
            }
          });
    }
  }

  @Override
  public void flushDropped(int table, int device, Bio bio) {
    if (durables != null) {
      for (int disk : map.flushed(device)) {
        durables[disk].forEachUndurable(
            sector -> losses.damaged(disk, sector, 1, DamageBook.ofTable(table)));
      }
    }
  }

  @Override
  public void misread(int table, int device, long first, long count, Bio bio) {
    int rule = DamageBook.ofTable(table);
    map.visitPieces(
        device,
        false,
        first,
        count,
        (ground, disk, sector, sectors, offset) ->
            losses.misread(disk, sector, sectors, rule, bio));
  }
}
