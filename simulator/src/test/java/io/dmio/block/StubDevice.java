package io.dmio.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A device behind the block layer's check that writes down what reaches it. */
public final class StubDevice implements BlockDevice {

  /** What reached it, as {@code WRITE 8+16 [PREFLUSH]}. */
  public final List<String> log = new ArrayList<>();

  /** Where the first vector of each bio with data was. */
  public final List<Long> addresses = new ArrayList<>();

  /** Bios that wait for {@link #endOldest}. */
  public final List<Bio> held = new ArrayList<>();

  private final Map<Long, BlockStatus> failing = new TreeMap<>();
  private final long sectors;
  private final boolean cached;
  private QueueLimits limits = QueueLimits.UNLIMITED;
  private boolean holding;
  private boolean failsFlushes;

  /** Ends bios in submit. */
  public StubDevice(long sectors, boolean cached) {
    this.sectors = sectors;
    this.cached = cached;
  }

  /** Fails bios that begin at a sector. */
  public StubDevice fail(long sector, BlockStatus with) {
    failing.put(sector, with);
    return this;
  }

  /** Fails everything without data. */
  public StubDevice failFlushes() {
    failsFlushes = true;
    return this;
  }

  /** Keeps bios from now on. */
  public StubDevice hold() {
    holding = true;
    return this;
  }

  /** Has these limits. */
  public StubDevice limited(QueueLimits to) {
    limits = to;
    return this;
  }

  /** Ends the bio that is kept for the longest time. */
  public void endOldest() {
    finish(held.remove(0));
  }

  @Override
  public int id() {
    return 0;
  }

  @Override
  public String name() {
    return "stub";
  }

  @Override
  public long sectors() {
    return sectors;
  }

  @Override
  public QueueLimits limits() {
    return limits;
  }

  @Override
  public boolean hasWriteCache() {
    return cached;
  }

  @Override
  public void submit(Bio bio) {
    if (!BlockLayer.passes(bio, this)) {
      return;
    }
    log.add(
        bio.op()
            + " "
            + bio.sector()
            + "+"
            + bio.sectorCount()
            + " "
            + RequestFlag.listOf(bio.flags()));
    if (bio.vecCount() > 0) {
      addresses.add(bio.vecAddress(0));
    }
    if (holding) {
      held.add(bio);
    } else {
      finish(bio);
    }
  }

  private void finish(Bio bio) {
    boolean flush = failsFlushes && bio.bytes() == 0;
    BlockStatus otherwise = flush ? BlockStatus.TIMEOUT : BlockStatus.OK;
    bio.end(failing.getOrDefault(bio.sector(), otherwise));
  }
}
