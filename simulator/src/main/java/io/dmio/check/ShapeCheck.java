package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Errno;
import io.dmio.block.RequestFlag;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.TappedBio;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bios of a region cover it exactly, in order, within capacity, on the same memory for every
 * region, and are as few as the dialect allows.
 */
final class ShapeCheck implements BioWatch, CallWatch {

  private final Failures failures;
  private final DialectRules rules;
  private final Tally tally;
  private final BioShape next = new BioShape();

  /** By the slots of calls. */
  private final List<CallShape> shapes = new ArrayList<>();

  ShapeCheck(Failures failures, DialectRules rules) {
    this.failures = failures;
    this.rules = rules;
    tally = failures.tally();
  }

  @Override
  public void started(ObservedCall call) {
    while (shapes.size() <= call.slot()) {
      shapes.add(new CallShape(rules, next, tally));
    }
    shapeOf(call).begin(call.request());
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    ObservedCall call = tapped.call();
    IoRequest request = call.request();
    @Nullable String mistake = shapeOf(call).follow(request, tapped.region(), tapped.where(), bio);
    if (mistake == null) {
      mistake = wrongRequest(request, bio);
    }
    if (mistake != null) {
      fail(tapped, mistake);
    }
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    if (result.errno() == Errno.OK || result.errno() == Errno.EINTR || result.bitsWritten()) {
      long missing = shapeOf(call).missing(call.request());
      for (; missing != 0; missing &= missing - 1) {
        fail(call, Long.numberOfTrailingZeros(missing));
      }
    }
  }

  private void fail(ObservedCall call, int number) {
    IoRegion region = call.request().regions().get(number);
    FailureLocation place = FailureLocation.of(call).inRegion(number, region.device().id());
    String returned = failures.nameOf(call) + " returned, and ";
    long missing = shapeOf(call).remaining(call.request(), number);
    if (missing == 0) {
      failures.add(Check.SHAPE, returned + "sent no flush for region " + number, place);
    } else {
      failures.add(
          Check.SHAPE,
          returned + "no bio of region " + number + " covers its last " + missing + " sectors",
          place.at(region.sector() + region.count() - missing, missing));
    }
  }

  private @Nullable String wrongRequest(IoRequest request, Bio bio) {
    tally.add(Comparison.OPERATIONS);
    if (bio.op() != request.op()) {
      return "it is a " + bio.op() + ", not a " + request.op();
    }
    tally.add(Comparison.PRIORITIES);
    if (bio.ioPriority() != request.ioPriority()) {
      return "its priority is " + bio.ioPriority() + ", not " + request.ioPriority();
    }
    tally.add(Comparison.FLAGS);
    int flags = request.sync() ? request.flags() | RequestFlag.SYNC.bit() : request.flags();
    return bio.flags() == flags
        ? null
        : "it carries " + RequestFlag.listOf(bio.flags()) + ", not " + RequestFlag.listOf(flags);
  }

  private void fail(TappedBio tapped, String mistake) {
    failures.add(
        Check.SHAPE,
        "a bio of "
            + failures.nameOf(tapped.call())
            + " for region "
            + tapped.region()
            + " has the wrong shape: "
            + mistake,
        FailureLocation.of(tapped));
  }

  private CallShape shapeOf(ObservedCall call) {
    return shapes.get(call.slot());
  }
}
