package io.dmio.mapper;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.DeviceFront;
import io.dmio.sim.Simulation;

/**
 * Stands between a stacked device and one below. It numbers each bio or part that is sent on, and
 * records it.
 *
 * @param table the number of the stacked device
 * @param behind the device below
 * @param simulation has the log
 * @param parts gives the numbers
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

  /** Numbers, from 1, what all stacked devices of one world send on, in all boots. */
  static final class Parts {

    private int last;

    private int next() {
      return ++last;
    }
  }
}
