package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.QueueLimits;
import org.jspecify.annotations.Nullable;

/** Stands before the device of one region of one call, and notes what goes through. */
final class TapDevice implements BlockDevice {

  private final OpenCall call;
  private final int region;
  private final Flights flights;
  private @Nullable BlockDevice device;

  TapDevice(OpenCall call, int region, Flights flights) {
    this.call = call;
    this.region = region;
    this.flights = flights;
  }

  TapDevice before(BlockDevice behind) {
    device = behind;
    return this;
  }

  @Override
  public int id() {
    return device().id();
  }

  @Override
  public String name() {
    return device().name();
  }

  @Override
  public long sectors() {
    return device().sectors();
  }

  @Override
  public QueueLimits limits() {
    return device().limits();
  }

  @Override
  public boolean hasWriteCache() {
    return device().hasWriteCache();
  }

  @Override
  public void submit(Bio bio) {
    BlockDevice behind = device();
    flights.submitted(call, region, behind, bio);
    bio.setDevice(behind);
    behind.submit(bio);
  }

  private BlockDevice device() {
    if (device == null) {
      throw new IllegalStateException("a tap without a device");
    }
    return device;
  }
}
