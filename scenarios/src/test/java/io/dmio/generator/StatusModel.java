package io.dmio.generator;

import io.dmio.block.RequestFlag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of bios whether they must end well or fail, by the scenario alone. */
final class StatusModel {

  /** A media error that has no other keys hits whatever touches it, for ever. */
  private static final Set<String> ALWAYS = Set.of("media-error", "ops", "status", "id", "reason");

  private final ModelWorld world;
  private final Ways ways;

  StatusModel(ModelWorld world, Ways ways) {
    this.world = world;
    this.ways = ways;
  }

  /** Whether a bio must fail; null if the model does not know. */
  @Nullable Boolean fails(Carried bio) {
    String device = world.names.get(bio.device);
    boolean plain = RequestFlag.PREFLUSH.in(bio.flags) || RequestFlag.FUA.in(bio.flags);
    if (!bio.hasData() || bio.bytes == 0 || plain || RequestFlag.RAHEAD.in(bio.flags)) {
      return null;
    }
    if (bio.first + bio.sectors() > world.sectors(device)) {
      return true;
    }
    boolean known = true;
    for (int i = 0; i < bio.sectors(); i++) {
      Ground ground = ways.of(device, bio.isRead(), bio.first + i);
      Boolean fails = fails(bio, ground);
      if (fails == null) {
        known = false;
      } else if (fails) {
        return true;
      }
    }
    return known ? false : null;
  }

  private @Nullable Boolean fails(Carried bio, Ground ground) {
    return switch (ground.kind()) {
      case FAILS -> true;
      case NOTHING -> false;
      case MURKY -> null;
      case DISK -> failsOnDisk(bio, ground);
    };
  }

  private @Nullable Boolean failsOnDisk(Carried bio, Ground ground) {
    boolean blocks = world.disks.get(ground.disk()).block() > 1;
    if (blocks || world.isTroubled(ground.disk())) {
      return null;
    }
    Boolean fails = false;
    for (Map<?, ?> rule : world.rules) {
      if (touches(rule, bio, ground)) {
        if (ALWAYS.containsAll(rule.keySet()) && !world.hasEvent("quiet")) {
          return true;
        }
        fails = null;
      }
    }
    return fails;
  }

  private static boolean touches(Map<?, ?> rule, Carried bio, Ground ground) {
    List<String> ops = ModelWorld.texts(rule.get("ops"));
    boolean hits = ops.isEmpty() || ops.contains(bio.isRead() ? "read" : "write");
    return hits
        && ModelWorld.texts(rule.get("media-error")).stream()
            .anyMatch(place -> ModelPlace.of(place).holds(ground.disk(), ground.sector()));
  }
}
