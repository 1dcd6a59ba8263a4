package io.dmio.fault;

import io.dmio.block.BlockStatus;
import java.util.List;
import java.util.Set;

/** A rule of a scenario's list of faults. Numbers count from 0 in the order of the file. */
public sealed interface FaultSpec {

  /** The rule's number. */
  int number();

  /** The rule's name: its id, or its kind and number. */
  String name();

  /** When it sets in. */
  Trigger trigger();

  /** When an onset is over. */
  Ending ending();

  /** The same rule with another trigger. */
  FaultSpec when(Trigger trigger);

  /** A rule about sectors of disks. */
  sealed interface OnSectors extends FaultSpec {

    /** The sectors that it is about. */
    List<Extent> extents();

    /** What it can hit, in the order of {@link FaultOp}. */
    Set<FaultOp> ops();
  }

  /**
   * Bios fail.
   *
   * @param number of the rule
   * @param name of the rule
   * @param extents the sectors that are bad
   * @param ops what fails, in the order of {@link FaultOp}
   * @param trigger when it sets in
   * @param ending when an onset is over
   * @param status how the bios end
   */
  record MediaError(
      int number,
      String name,
      List<Extent> extents,
      Set<FaultOp> ops,
      Trigger trigger,
      Ending ending,
      BlockStatus status)
      implements OnSectors {

    /** Copies the list. */
    public MediaError {
      extents = List.copyOf(extents);
    }

    @Override
    public MediaError when(Trigger other) {
      return new MediaError(number, name, extents, ops, other, ending, status);
    }
  }

  /**
   * Bios succeed, and something is wrong with their data.
   *
   * @param number of the rule
   * @param name of the rule
   * @param extents the sectors that it may touch; it touches no others
   * @param ops what it hits, in the order of {@link FaultOp}; of these those that its kind can hit
   * @param trigger when it sets in
   * @param ending when an onset is over
   * @param kind what is wrong
   */
  record Silent(
      int number,
      String name,
      List<Extent> extents,
      Set<FaultOp> ops,
      Trigger trigger,
      Ending ending,
      SilentKind kind)
      implements OnSectors {

    /** Copies the list. */
    public Silent {
      extents = List.copyOf(extents);
    }

    @Override
    public Silent when(Trigger other) {
      return new Silent(number, name, extents, ops, other, ending, kind);
    }
  }

  /**
   * The allocator under a pool has no memory.
   *
   * @param number of the rule
   * @param name of the rule
   * @param pool the pool's name, such as {@code engine.ios}
   * @param trigger when it sets in; the nth allocation instead of the nth bio
   * @param ending when an onset is over
   */
  record AllocationFailure(int number, String name, String pool, Trigger trigger, Ending ending)
      implements FaultSpec {

    @Override
    public AllocationFailure when(Trigger other) {
      return new AllocationFailure(number, name, pool, other, ending);
    }
  }
}
