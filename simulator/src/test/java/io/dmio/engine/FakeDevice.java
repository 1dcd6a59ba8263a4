package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.block.QueueLimits;
import java.util.ArrayList;
import java.util.List;

/** A device that ends bios inside their submission, or keeps them until it is told to end them. */
public final class FakeDevice implements BlockDevice {

  private final int id;
  private final boolean holds;
  private final List<Bio> held = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private QueueLimits limits = QueueLimits.UNLIMITED;
  private BlockStatus status = BlockStatus.OK;

  private FakeDevice(int id, boolean holds) {
    this.id = id;
    this.holds = holds;
  }

  /** Ends everything inside submit. */
  public static FakeDevice inline(int id) {
    return new FakeDevice(id, false);
  }

  /** Keeps everything until {@link #end}. */
  public static FakeDevice holding(int id) {
    return new FakeDevice(id, true);
  }

  /** Ends bios with this from now on. */
  public FakeDevice failing(BlockStatus with) {
    status = with;
    return this;
  }

  /** Has these limits from now on. */
  public FakeDevice limited(QueueLimits to) {
    limits = to;
    return this;
  }

  /** What has arrived, in order. */
  public List<Sent> sent() {
    return sent;
  }

  /** How many bios are kept. */
  public int held() {
    return held.size();
  }

  /** The kept bio of this place in the queue. */
  public Bio heldAt(int index) {
    return held.get(index);
  }

  /** Ends the kept bio of this place in the queue. */
  public void end(int index, BlockStatus with) {
    held.remove(index).end(with);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return "disk" + id;
  }

  @Override
  public long sectors() {
    return 1L << 30;
  }

  @Override
  public QueueLimits limits() {
    return limits;
  }

  @Override
  public void submit(Bio bio) {
    sent.add(Sent.of(bio));
    if (holds) {
      held.add(bio);
    } else {
      bio.end(status);
    }
  }

  /** A bio as it arrived. */
  public record Sent(
      long sector,
      List<Integer> sectorsOfVecs,
      List<Long> addresses,
      int flags,
      int call,
      int index,
      int bytes,
      int capacity,
      int ioPriority) {

    static Sent of(Bio bio) {
      List<Integer> sectors = new ArrayList<>();
      List<Long> addresses = new ArrayList<>();
      for (int i = 0; i < bio.vecCount(); i++) {
        sectors.add(bio.vecLength(i) / 512);
        addresses.add(bio.vecAddress(i));
      }
      return new Sent(
          bio.sector(),
          sectors,
          addresses,
          bio.flags(),
          bio.call(),
          bio.index(),
          bio.bytes(),
          bio.capacity(),
          bio.ioPriority());
    }
  }
}
