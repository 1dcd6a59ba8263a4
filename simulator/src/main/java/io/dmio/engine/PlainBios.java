package io.dmio.engine;

import io.dmio.block.Bio;
import io.dmio.block.BioEventCodec;
import io.dmio.block.BlockStatus;
import io.dmio.block.EndBio;
import io.dmio.block.RequestFlag;
import io.dmio.block.Sectors;
import io.dmio.sim.EventHandler;
import io.dmio.sim.KernelBug;
import io.dmio.sim.Simulation;
import java.util.function.IntSupplier;

/**
 * Sends bios as they are asked for: no pool, no splitting, no error bits but whether it failed, and
 * what a failed read has left in memory stays there.
 *
 * <p>A synchronous caller is woken by an event at the virtual time of the end, an asynchronous one
 * hears inside the end.
 */
public final class PlainBios implements PlainIo {

  private final Simulation simulation;
  private final IntSupplier numbers;

  /**
   * Makes a sender.
   *
   * @param numbers numbers the bios, apart from all others of the world
   */
  public PlainBios(Simulation simulation, IntSupplier numbers) {
    this.simulation = simulation;
    this.numbers = numbers;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    if (request.regions().size() != 1) {
      throw new KernelBug("a bio to " + request.regions().size() + " regions");
    }
    new Sent(request, callback).submit();
  }

  /** One bio and its caller. */
  private final class Sent implements EndBio, EventHandler {

    private final IoRequest request;
    private final IoCallback callback;
    private final Bio bio = new Bio();
    private boolean submitting;
    private boolean over;

    private Sent(IoRequest request, IoCallback callback) {
      this.request = request;
      this.callback = callback;
    }

    private void submit() {
      IoRegion region = request.regions().get(0);
      build(region);
      BioEventCodec.Submit.write(simulation, bio, 0, region.device().id());
      submitting = true;
      callback.submit(request, 0, bio);
      submitting = false;
      if (!request.sync()) {
        callback.returned(request, IoReturn.ACCEPTED);
      } else if (over) {
        returns();
      }
    }

    private void build(IoRegion region) {
      int flags = request.flags() | (request.sync() ? RequestFlag.SYNC.bit() : 0);
      int vectors = request.op().hasData() ? Bio.MAX_VECS : 0;
      bio.prepare(request.op(), flags, region.sector(), vectors, vectors);
      bio.own(this, 0);
      bio.number(numbers.getAsInt(), request.call(), 0);
      bio.setIoPriority(request.ioPriority());
      int bytes = Math.toIntExact(Sectors.toBytes(region.count()));
      if (request.op().hasData()) {
        fill(bytes);
      } else {
        bio.resizeTo(bytes);
      }
    }

    private void fill(int bytes) {
      PageCursor cursor = new PageCursor();
      cursor.start(request.memory());
      while (bio.bytes() < bytes) {
        long address = cursor.address();
        int length = Math.min(cursor.length(), bytes - bio.bytes());
        if (bio.vecCount() > 0 && bio.vecEnd() == address) {
          bio.extendLast(length);
        } else {
          bio.add(address, length);
        }
        cursor.next();
      }
    }

    @Override
    public void ended(Bio ended) {
      BioEventCodec.End.write(simulation, bio);
      bio.retire();
      over = true;
      if (!request.sync()) {
        callback.notified(request, bits());
      } else if (!submitting) {
        simulation.schedule(0, this, 0);
      }
    }

    @Override
    public void handle(long argument) {
      returns();
    }

    private void returns() {
      callback.returned(request, IoReturn.sync(bits()));
    }

    private long bits() {
      return bio.status() == BlockStatus.OK ? 0 : 1;
    }
  }
}
