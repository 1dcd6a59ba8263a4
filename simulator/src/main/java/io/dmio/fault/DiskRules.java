package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.Sectors;
import io.dmio.device.DiskFaults;
import io.dmio.device.FaultDecision;
import io.dmio.fault.MediaRule.Part;
import java.util.Arrays;
import java.util.List;

/**
 * The rules about one disk. A bio is shown to all that match its place and operation, by number:
 * first each may set in, then each may fail it, so that rules of a group that set in at this bio
 * hit it whatever their order. The status is that of the first rule that fails it; all of them
 * count it.
 */
final class DiskRules implements DiskFaults {

  private static final int ANY = -1;

  private final Part[] parts;
  private final HitLog hits;
  private final ExtentIndex index;
  private final boolean anyHealing;
  private final ExtentIndex.Found matching = this::take;
  private final int[] taken;
  private final long[] takenAt;
  private int takenCount;
  private long serial;
  private int op;

  /** Makes the rules of a disk from their parts on it, by number. */
  DiskRules(List<Part> parts, HitLog hits) {
    this.hits = hits;
    this.parts = parts.toArray(Part[]::new);
    index = new ExtentIndex(parts);
    anyHealing = parts.stream().anyMatch(part -> part.rule().isHealing());
    taken = new int[this.parts.length];
    takenAt = new long[this.parts.length];
  }

  @Override
  public void arrived(Bio bio, FaultDecision decision) {
    op = FaultOps.of(bio);
    if (op == FaultOps.NOTHING) {
      return;
    }
    long first = bio.sector();
    long end = endOf(bio);
    match(first, end);
    for (int i = 0; i < takenCount; i++) {
      Part part = parts[taken[i]];
      part.rule().arrived(part, bio, op, first, end);
    }
    for (int i = 0; i < takenCount; i++) {
      Part part = parts[taken[i]];
      if (part.rule().fails(part, bio, op, first, end) && decision.status() == BlockStatus.OK) {
        decision.fail(part.rule().status());
        hits.add(bio.call(), part.rule().number());
      }
    }
  }

  @Override
  public void written(Bio bio) {
    if (!anyHealing) {
      return;
    }
    op = ANY;
    long end = endOf(bio);
    match(bio.sector(), end);
    for (int i = 0; i < takenCount; i++) {
      Part part = parts[taken[i]];
      if (part.rule().isHealing()) {
        part.rule().written(part, bio.sector(), end);
      }
    }
  }

  private void match(long first, long end) {
    takenCount = 0;
    serial++;
    if (op == FaultOps.FLUSH) {
      for (int part = 0; part < parts.length; part++) {
        take(part);
      }
    } else {
      index.find(first, end, matching);
      if (takenCount > 1) {
        Arrays.sort(taken, 0, takenCount);
      }
    }
  }

  // A part with several ranges under the bio is found several times.
  private void take(int part) {
    if (takenAt[part] != serial && parts[part].rule().isAbout(op)) {
      takenAt[part] = serial;
      taken[takenCount++] = part;
    }
  }

  private static long endOf(Bio bio) {
    return bio.sector() + Sectors.divideRoundingUp(bio.bytes(), Sectors.SIZE);
  }
}
