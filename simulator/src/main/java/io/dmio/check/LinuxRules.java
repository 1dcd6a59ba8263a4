package io.dmio.check;

import io.dmio.block.QueueLimits;
import io.dmio.block.RequestFlag;
import io.dmio.engine.ClientConfig;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRequest;
import io.dmio.ledger.Sizes;
import io.dmio.mempool.Mempool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * linux-6.1: clients with fixed reserves; bios are cut by their vectors alone, and everything that
 * is physically contiguous is one vector.
 */
final class LinuxRules extends DialectRules {

  private static final int MOST_VECTORS = 256;

  private final List<ClientConfig> clients;

  LinuxRules(List<ClientConfig> clients) {
    this.clients = List.copyOf(clients);
  }

  @Override
  boolean hasWrongMemory(IoRequest request) {
    return request.memory() instanceof IoMemory.Unknown;
  }

  @Override
  boolean countsPages() {
    return false;
  }

  @Override
  long reserveOf(int pool, long pages) {
    ClientConfig client = clients.get(pool / 2);
    return isIos(pool) ? client.ios() : client.bios();
  }

  @Override
  @Nullable String wrongReserve(Mempool<?> pool, HeldPages pages) {
    long expected = reserveOf(pool.id(), 0);
    return !pool.exists() || pool.minNr() == expected
        ? null
        : "min_nr is " + pool.minNr() + ", but the client was made with " + expected;
  }

  @Override
  boolean interruptible() {
    return false;
  }

  @Override
  boolean poolsSyncIo() {
    return true;
  }

  @Override
  int capacity(long sectors) {
    long pages = Sizes.pagesTouched(sectors);
    return pages == 0 ? 0 : array(Math.min(pages, MOST_VECTORS));
  }

  @Override
  boolean merges(long address) {
    return true;
  }

  @Override
  boolean fits(QueueLimits limits, int segments, long bytes) {
    return true;
  }

  @Override
  boolean sendsEmpty(int flags) {
    return RequestFlag.PREFLUSH.in(flags);
  }
}
