package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A disk with a volatile cache, as simple as can be: what is not durable is a list of sectors in
 * the order in which they were written.
 */
final class CachingDisk {

  private final CheckFixture world;
  private final RandomStream random;
  private final List<Bio> moved = new ArrayList<>();
  private final TreeMap<Integer, Integer> flushPoints = new TreeMap<>();
  private final List<Cached> line = new ArrayList<>();
  private final TreeMap<Long, Long> durable = new TreeMap<>();
  private int serial;

  CachingDisk(CheckFixture world, RandomStream random) {
    this.world = world;
    this.random = random;
  }

  /** Sends a bio; a flush will cover what was written until now. */
  void submit(RequestOp op, int flags, long sector, long count) {
    world.submit(op, flags, sector, count);
    flushPoints.put(world.disk.held.getLast().number(), serial);
  }

  /** Moves the data of some bio. */
  void moveOne() {
    Bio bio = rotate();
    if (!moved.contains(bio)) {
      move(bio);
    }
  }

  /** Ends some bio. */
  void endOne(boolean ok) {
    Bio bio = rotate();
    if (ok && !moved.contains(bio)) {
      move(bio);
    }
    moved.remove(bio);
    world.disk.end(ok ? BlockStatus.OK : BlockStatus.MEDIUM);
  }

  /** Power fails: every sector keeps any of its versions since it was last durable. */
  void cut() {
    for (Bio bio : world.disk.held) {
      if (!moved.contains(bio) && bio.op() == RequestOp.WRITE) {
        tear(bio);
      }
    }
    durable.forEach(
        (sector, tag) -> {
          List<Long> versions = new ArrayList<>(List.of(tag));
          line.stream().filter(c -> c.sector == sector).forEach(c -> versions.add(c.tag));
          world.medium.setTag(sector, versions.get((int) random.below(versions.size())));
        });
    line.clear();
    durable.clear();
    boolean endsFirst = random.below(2) == 0;
    if (endsFirst) {
      endAll();
    }
    world.checks.powerCut(0);
    endAll();
  }

  private void endAll() {
    while (!world.disk.held.isEmpty()) {
      world.disk.end(BlockStatus.OFFLINE);
    }
    moved.clear();
  }

  private Bio rotate() {
    for (long i = random.below(world.disk.held.size()); i > 0; i--) {
      world.disk.held.addLast(world.disk.held.removeFirst());
    }
    return world.disk.held.getFirst();
  }

  private void move(Bio bio) {
    moved.add(bio);
    if (RequestFlag.PREFLUSH.in(bio.flags())) {
      settle(0, Long.MAX_VALUE, flushPoints.getOrDefault(bio.number(), 0));
    }
    if (bio.op() == RequestOp.READ) {
      world.disk.transfer();
    } else if (bio.bytes() > 0) {
      store(bio);
    }
  }

  private void store(Bio bio) {
    long end = bio.sector() + bio.sectorCount();
    for (long sector = bio.sector(); sector < end; sector++) {
      durable.putIfAbsent(sector, world.medium.tag(sector));
    }
    world.disk.transfer();
    for (long sector = bio.sector(); sector < end; sector++) {
      line.add(new Cached(sector, world.medium.tag(sector), ++serial));
    }
    if (RequestFlag.FUA.in(bio.flags())) {
      settle(bio.sector(), end, serial);
    }
  }

  /** Only some of its sectors are written. */
  private void tear(Bio bio) {
    long address = bio.vecCount() == 0 ? 0 : bio.vecAddress(0) >> 9;
    for (long i = 0; i < bio.sectorCount(); i++) {
      if (random.below(2) == 0) {
        long sector = bio.sector() + i;
        durable.putIfAbsent(sector, world.medium.tag(sector));
        line.add(new Cached(sector, world.memory.contents().tag(address + i), ++serial));
      }
    }
  }

  private void settle(long first, long end, int until) {
    for (Cached cached : List.copyOf(line)) {
      if (first <= cached.sector && cached.sector < end && cached.serial <= until) {
        durable.put(cached.sector, cached.tag);
        line.remove(cached);
      }
    }
    durable.keySet().removeIf(sector -> line.stream().noneMatch(c -> c.sector == sector));
  }

  private record Cached(long sector, long tag, int serial) {}
}
