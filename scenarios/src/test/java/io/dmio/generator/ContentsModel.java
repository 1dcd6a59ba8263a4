package io.dmio.generator;

import io.dmio.block.RequestOp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every sector of every disk holds, as bytes, as far as it can be told: a write that ended
 * well and was alone on a sector from its begin to its end has left its data there, and a read that
 * no write met must bring it. Where a silent fault, a lost cache or a target may have changed
 * something the model knows nothing until the next write that was alone.
 */
final class ContentsModel {

  private final ModelWorld world;
  private final Ways ways;
  private final Tally tally;
  private final Map<String, Map<Long, Sector>> sectors = new HashMap<>();

  ContentsModel(ModelWorld world, Ways ways, Tally tally) {
    this.world = world;
    this.ways = ways;
    this.tally = tally;
  }

  /** A bio goes to its device. */
  void begin(Carried bio) {
    int count = bio.sectors();
    bio.clear = new boolean[count];
    for (int i = 0; i < count; i++) {
      Ground ground = ground(bio, i);
      bio.clear[i] = ground.kind() != Ground.Kind.MURKY && ground.kind() != Ground.Kind.FAILS;
      Sector sector = sector(ground);
      if (sector == null) {
        continue;
      }
      if (bio.isRead()) {
        bio.clear[i] &= sector.writes.isEmpty() && !isLied(ground);
        sector.reads.add(new Sector.Read(bio, i));
      } else {
        sector.begin(bio);
      }
    }
  }

  /** A bio has ended. */
  void end(Carried bio, boolean failed, String call) {
    for (int i = 0; i < bio.sectors(); i++) {
      Ground ground = ground(bio, i);
      Sector sector = sector(ground);
      if (bio.isRead()) {
        endRead(bio, i, ground, sector, failed, call);
      } else if (sector != null) {
        boolean known =
            !failed && ground.kind() == Ground.Kind.DISK && !isLied(ground) && hasBytes(bio);
        sector.end(bio, known ? bytes(bio, i) : null);
      }
    }
  }

  private static boolean hasBytes(Carried bio) {
    return bio.op != RequestOp.DISCARD;
  }

  private static byte[] bytes(Carried bio, int index) {
    return bio.op == RequestOp.WRITE ? bio.sector(index) : new byte[ModelWorld.SECTOR];
  }

  private void endRead(
      Carried bio, int index, Ground ground, @Nullable Sector sector, boolean failed, String call) {
    tally.sectorsRead++;
    byte[] expected = sector == null ? new byte[ModelWorld.SECTOR] : sector.holds;
    if (sector != null) {
      sector.reads.remove(new Sector.Read(bio, index));
    }
    if (failed
        || !bio.clear[index]
        || expected == null
        || Overlaps.in(bio)
        || Overlaps.in(world.step(call))) {
      return;
    }
    tally.sectorsReadJudged++;
    if (!Arrays.equals(expected, bio.sector(index))) {
      throw new Difference(
          call
              + " read other bytes in sector "
              + (bio.first + index)
              + " of "
              + world.names.get(bio.device)
              + ", which is "
              + ground);
    }
  }

  /** The power of a disk was cut, or that of the host with it. */
  void cut(String disk) {
    if (world.disks.get(disk).cached()) {
      sectors.getOrDefault(disk, Map.of()).values().forEach(Sector::lose);
    }
  }

  private Ground ground(Carried bio, int index) {
    String device = world.names.get(bio.device);
    return bio.first + index < world.sectors(device)
        ? ways.of(device, bio.isRead(), bio.first + index)
        : Ground.FAILS;
  }

  private @Nullable Sector sector(Ground ground) {
    if (ground.disk().isEmpty()) {
      return null;
    }
    return sectors
        .computeIfAbsent(ground.disk(), disk -> new HashMap<>())
        .computeIfAbsent(ground.sector(), number -> new Sector(initial(ground)));
  }

  private byte[] initial(Ground ground) {
    return Pattern.sector(world.disks.get(ground.disk()).pattern(), ground.sector());
  }

  /** Whether some silent fault may change what the sector holds or what is read of it. */
  private boolean isLied(Ground ground) {
    for (Map<?, ?> rule : world.rules) {
      String kind = String.valueOf(rule.keySet().iterator().next());
      boolean loud = kind.equals("media-error") || kind.equals("allocation-failure");
      if (!loud && (touches(rule, kind, ground) || strays(rule, kind, ground))) {
        return true;
      }
    }
    return false;
  }

  private static boolean touches(Map<?, ?> rule, String kind, Ground ground) {
    return ModelWorld.texts(rule.get(kind)).stream()
        .anyMatch(place -> ModelPlace.of(place).holds(ground.disk(), ground.sector()));
  }

  /** Where a write may go astray: as far behind 'to' as its place is long. */
  private static boolean strays(Map<?, ?> rule, String kind, Ground ground) {
    return rule.get("to") instanceof String text
        && ModelPlace.of(text).disk().equals(ground.disk())
        && kind.equals("misdirected-write");
  }
}
