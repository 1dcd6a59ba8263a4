package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.DeviceFront;
import io.dmio.sim.Simulation;

/**
 * The way from a stacked device to one below: notes what goes down, and numbers it.
 *
 * @param table the number of the stacked device
 * @param behind the device below
 * @param simulation where it is noted
 * @param parts numbers what is sent on
 */
record RemapRecorder(int table, BlockDevice behind, Simulation simulation, Parts parts)
    implements DeviceFront {

  @Override
  public void submit(Bio bio) {
    bio.setPart(parts.next());
    bio.setDevice(behind);
    RemapEventCodec.Remap.write(simulation, table, behind, bio);
    behind.submit(bio);
  }

  /** Numbers what the stacked devices of one world send on, through all boots. */
  static final class Parts {

    private int last;

    private int next() {
      return ++last;
    }
  }
}
