package io.dmio.engine;

import io.dmio.block.RequestOp;
import java.util.List;

/**
 * One call of dm-io.
 *
 * @param call its number in the run; bios carry it
 * @param op what to do
 * @param sync whether the call returns only when all is done
 * @param flags bits of {@link io.dmio.block.RequestFlag}
 * @param ioPriority 0 for none
 * @param memory the buffer that all regions share
 * @param regions the regions, at most 64; region i owns error bit i
 * @param client the number of the client whose pools serve it; classic has only 0
 */
public record IoRequest(
    int call,
    RequestOp op,
    boolean sync,
    int flags,
    int ioPriority,
    IoMemory memory,
    IoRegions regions,
    int client) {

  /** The most regions: one bit each. */
  public static final int MAX_REGIONS = Long.SIZE;

  /** A request to the regions of a list as it is now. */
  public IoRequest(
      int call,
      RequestOp op,
      boolean sync,
      int flags,
      int ioPriority,
      IoMemory memory,
      List<IoRegion> regions,
      int client) {
    this(call, op, sync, flags, ioPriority, memory, IoRegions.copyOf(regions), client);
  }

  /** A request of the first client without flags or priority. */
  public static IoRequest of(
      int call, RequestOp op, boolean sync, IoMemory memory, List<IoRegion> regions) {
    return new IoRequest(call, op, sync, 0, 0, memory, regions, 0);
  }
}
