package io.dmio.testbed;

import io.dmio.block.Bio;
import io.dmio.block.BioVec;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.engine.CallEventCodec;
import io.dmio.engine.CallRegistry;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.mapper.Target;
import io.dmio.mapper.TargetSite;
import io.dmio.mapper.TargetSpec;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A client of dm-io below a device, the least there can be: writes go to both legs by one call of
 * its own, reads to the first. A bio fails iff a region of its call does.
 *
 * @param legs where its sectors lie
 * @param client of dm-io, by number
 * @param bug what is wrong with it
 */
record TwoLegs(List<Lower> legs, int client, Bug bug) implements TargetSpec {

  /** What can be wrong. */
  enum Bug {
    NONE,
    FORGETS_THE_SECOND_LEG,
    WRITES_BESIDE_THE_SECOND_LEG,
    SWALLOWS_FLUSHES
  }

  static TwoLegs of(int client, Lower first, Lower second) {
    return new TwoLegs(List.of(first, second), client, Bug.NONE);
  }

  TwoLegs with(Bug other) {
    return new TwoLegs(legs, client, other);
  }

  @Override
  public String kind() {
    return "two-legs";
  }

  @Override
  public List<Lower> lower() {
    return legs;
  }

  @Override
  public Passage passage() {
    return Passage.CALLS;
  }

  @Override
  public int places(boolean write) {
    return write ? legs.size() : 1;
  }

  @Override
  public boolean mayFail(boolean write) {
    return true;
  }

  @Override
  public List<String> arguments(IntFunction<String> devices) {
    List<String> words = new ArrayList<>();
    legs.forEach(leg -> words.add(devices.apply(leg.device()) + " " + leg.sector()));
    return words;
  }

  @Override
  public Target create(TargetSite site) {
    return new Maker(this, site);
  }

  private static final class Maker implements Target {

    private final TwoLegs spec;
    private final TargetSite site;
    private final DmIo io;
    private final CallRegistry calls;
    private final CallRegistry.Family family;

    private Maker(TwoLegs spec, TargetSite site) {
      this.spec = spec;
      this.site = site;
      io = site.services().find(DmIo.class);
      calls = site.services().find(CallRegistry.class);
      family = calls.family(site.device() + ".io", CallRegistry.NO_TASK);
    }

    @Override
    public String kind() {
      return spec.kind();
    }

    @Override
    public boolean hasWriteCache() {
      return spec.legs.stream().anyMatch(leg -> device(leg).hasWriteCache());
    }

    private BlockDevice device(Lower leg) {
      return site.deviceOfCalls(leg.device());
    }

    @Override
    public void map(Bio piece) {
      if (spec.bug == Bug.SWALLOWS_FLUSHES && piece.bytes() == 0) {
        piece.end(BlockStatus.OK);
        return;
      }
      List<IoRegion> regions = new ArrayList<>();
      for (int leg = 0; leg < spec.legs.size(); leg++) {
        if (isAsked(leg, piece)) {
          regions.add(region(leg, piece));
        }
      }
      IoRequest request =
          new IoRequest(
              calls.nextOf(family),
              piece.op(),
              false,
              piece.flags(),
              piece.ioPriority(),
              memory(piece),
              regions,
              spec.client);
      CallEventCodec.Call.write(site.simulation(), request, false);
      io.submit(request, new Ending(piece, site.simulation()));
    }

    private boolean isAsked(int leg, Bio piece) {
      boolean forgets = spec.bug == Bug.FORGETS_THE_SECOND_LEG;
      return leg == 0 || piece.op() != RequestOp.READ && !forgets;
    }

    private IoRegion region(int number, Bio piece) {
      Lower leg = spec.legs.get(number);
      long within = piece.sector() - site.first();
      boolean beside = number == 1 && spec.bug == Bug.WRITES_BESIDE_THE_SECOND_LEG;
      long sector = leg.sector() + Math.max(0, within) + (beside ? 1 : 0);
      return new IoRegion(device(leg), sector, piece.sectorCount());
    }

    private static IoMemory memory(Bio piece) {
      if (!piece.op().hasData() || piece.bytes() == 0) {
        return new IoMemory.None();
      }
      List<BioVec> vectors = new ArrayList<>();
      piece.forEachPiece(
          0, piece.bytes(), (address, length, at) -> vectors.add(new BioVec(address, length)));
      return new IoMemory.Vectors(vectors, 0);
    }
  }

  private record Ending(Bio piece, Simulation simulation) implements IoCallback {

    @Override
    public void returned(IoRequest request, IoReturn result) {
      CallEventCodec.Return.write(simulation, request.call(), result);
    }

    @Override
    public void notified(IoRequest request, long bits) {
      CallEventCodec.Notify.write(simulation, request.call(), bits);
      piece.end(bits == 0 ? BlockStatus.OK : BlockStatus.IOERR);
    }
  }
}
