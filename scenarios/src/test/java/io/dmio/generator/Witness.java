package io.dmio.generator;

import io.dmio.block.Bio;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorStore;
import io.dmio.testbed.RunListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes every bio and its bytes. */
final class Witness implements RunListener {

  private final Map<Bio, Carried> underWay = new IdentityHashMap<>();
  private final Map<Integer, Deque<Carried>> byNumber = new HashMap<>();

  /** The next bio of a number, in the order of their submissions; null if there is none. */
  @Nullable Carried next(int number) {
    Deque<Carried> all = byNumber.get(number);
    return all == null ? null : all.poll();
  }

  @Override
  public boolean wantsBios() {
    return true;
  }

  @Override
  public void bioSubmitted(int device, Bio bio) {
    int count = bio.op().hasData() ? bio.vecCount() : 0;
    long[] addresses = new long[count];
    int[] lengths = new int[count];
    for (int i = 0; i < count; i++) {
      addresses[i] = bio.vecAddress(i);
      lengths[i] = bio.vecLength(i);
    }
    Carried carried =
        new Carried(
            device,
            bio.op(),
            bio.sector(),
            bio.bytes(),
            bio.call(),
            bio.flags(),
            addresses,
            lengths);
    underWay.put(bio, carried);
    byNumber.computeIfAbsent(bio.number(), number -> new ArrayDeque<>()).add(carried);
  }

  @Override
  public void bioCompleted(int device, Bio bio, int flags, SectorStore memory) {
    Carried carried = underWay.remove(bio);
    if (carried == null || !carried.hasData()) {
      return;
    }
    carried.data = new byte[carried.bytes];
    int done = 0;
    for (int i = 0; i < carried.addresses.length; i++) {
      int length = Math.min(carried.lengths[i], carried.bytes - done);
      memory.read(carried.addresses[i], carried.data, done, length);
      done += length;
    }
  }

  @Override
  public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {}

  @Override
  public void bioEnded(
      int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {}
}
