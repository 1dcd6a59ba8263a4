package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Errno;
import io.dmio.block.RequestFlag;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.ArrayList;
import java.util.List;

/**
 * The bios of a region cover it exactly, in order, within capacity, on the same memory for every
 * region, and are as few as the dialect allows.
 */
final class ShapeCheck implements BioWatch, CallWatch {

  private final Failures failures;
  private final DialectRules rules;
  private final List<RegionShape[]> shapes = new ArrayList<>();

  ShapeCheck(Failures failures, DialectRules rules) {
    this.failures = failures;
    this.rules = rules;
  }

  @Override
  public void started(OpenCall call) {
    IoRequest request = call.request();
    int regions = Math.min(request.regions().size(), IoRequest.MAX_REGIONS);
    RegionShape[] own = shapesOf(call, regions);
    for (int i = 0; i < regions; i++) {
      own[i].begin(request, request.regions().get(i));
    }
  }

  @Override
  public void submitted(Flight flight, Bio bio) {
    IoRequest request = flight.call().request();
    IoRegion region = request.regions().get(flight.region());
    RegionShape shape = shapes.get(flight.call().slot())[flight.region()];
    String mistake = shape.follow(bio, region.device().limits());
    if (mistake.isEmpty()) {
      mistake = wrongRequest(request, bio);
    }
    if (!mistake.isEmpty()) {
      fail(flight, mistake);
    }
  }

  @Override
  public void returned(OpenCall call, IoReturn result) {
    if (result.errno() == Errno.OK || result.errno() == Errno.EINTR || result.bitsWritten()) {
      everythingCovered(call);
    }
  }

  private void everythingCovered(OpenCall call) {
    List<IoRegion> regions = call.request().regions();
    RegionShape[] own = shapes.get(call.slot());
    for (int i = 0; i < Math.min(regions.size(), IoRequest.MAX_REGIONS); i++) {
      IoRegion region = regions.get(i);
      if (own[i].missesFlush()) {
        failures.add(
            Check.SHAPE,
            failures.nameOf(call) + " returned, and sent no flush for region " + i,
            Place.of(call).inRegion(i, region.device().id()));
      }
      long missing = own[i].remaining();
      if (missing > 0) {
        long first = region.sector() + region.count() - missing;
        failures.add(
            Check.SHAPE,
            failures.nameOf(call)
                + " returned, and no bio of region "
                + i
                + " covers its last "
                + missing
                + " sectors",
            Place.of(call).inRegion(i, region.device().id()).at(first, missing));
      }
    }
  }

  private static String wrongRequest(IoRequest request, Bio bio) {
    int flags = request.sync() ? request.flags() | RequestFlag.SYNC.bit() : request.flags();
    if (bio.op() != request.op()) {
      return "it is a " + bio.op() + ", not a " + request.op();
    }
    if (bio.ioPriority() != request.ioPriority()) {
      return "its priority is " + bio.ioPriority() + ", not " + request.ioPriority();
    }
    return bio.flags() == flags
        ? ""
        : "it carries " + RequestFlag.listOf(bio.flags()) + ", not " + RequestFlag.listOf(flags);
  }

  private void fail(Flight flight, String mistake) {
    failures.add(
        Check.SHAPE,
        "a bio of "
            + failures.nameOf(flight.call())
            + " for region "
            + flight.region()
            + " has the wrong shape: "
            + mistake,
        Place.of(flight));
  }

  private RegionShape[] shapesOf(OpenCall call, int regions) {
    while (shapes.size() <= call.slot()) {
      shapes.add(new RegionShape[0]);
    }
    RegionShape[] own = shapes.get(call.slot());
    if (own.length < regions) {
      own = new RegionShape[regions];
      for (int i = 0; i < regions; i++) {
        own[i] = new RegionShape(rules);
      }
      shapes.set(call.slot(), own);
    }
    return own;
  }
}
