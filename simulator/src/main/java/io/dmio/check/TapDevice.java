package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.DeviceFront;
import org.jspecify.annotations.Nullable;

/** Stands before the device of one region of one call, and notes what goes through. */
final class TapDevice implements DeviceFront {

  private final OpenCall call;
  private final int region;
  private final Flights flights;
  private @Nullable BlockDevice device;

  TapDevice(OpenCall call, int region, Flights flights) {
    this.call = call;
    this.region = region;
    this.flights = flights;
  }

  TapDevice before(BlockDevice below) {
    device = below;
    return this;
  }

  @Override
  public void submit(Bio bio) {
    BlockDevice below = behind();
    flights.submitted(call, region, below, bio);
    bio.setDevice(below);
    below.submit(bio);
  }

  @Override
  public BlockDevice behind() {
    if (device == null) {
      throw new IllegalStateException("a tap without a device");
    }
    return device;
  }
}
