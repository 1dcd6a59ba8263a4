package io.dmio.mapper;

import java.util.List;

/** What stands in a line of a table behind its sectors, with no defaults left. */
public sealed interface TargetSpec {

  /** Which target it is. */
  TargetKind kind();

  /** Every place below, in the order of the arguments. */
  default List<Lower> lower() {
    return List.of();
  }

  /** Whether it may fail reads, or writes, that go to a sector of it. */
  default boolean mayFail(boolean write) {
    return false;
  }

  /** Pieces end at multiples of so many sectors, from the begin of the line on; 0: nowhere. */
  default long piece() {
    return 0;
  }

  /** The places below to which a flush goes. */
  default List<Lower> flushed() {
    return lower();
  }

  /**
   * A place below.
   *
   * @param device the number of the device
   * @param sector the sector of it that belongs to the target's first
   */
  record Lower(int device, long sector) {}

  /**
   * {@code linear}.
   *
   * @param below where it passes everything
   */
  record Linear(Lower below) implements TargetSpec {

    @Override
    public TargetKind kind() {
      return TargetKind.LINEAR;
    }

    @Override
    public List<Lower> lower() {
      return List.of(below);
    }
  }

  /**
   * {@code striped}.
   *
   * @param chunk sectors of a chunk
   * @param legs where each stripe begins
   */
  record Striped(long chunk, List<Lower> legs) implements TargetSpec {

    /** Copies the list. */
    public Striped {
      legs = List.copyOf(legs);
    }

    @Override
    public TargetKind kind() {
      return TargetKind.STRIPED;
    }

    @Override
    public long piece() {
      return chunk;
    }

    @Override
    public List<Lower> lower() {
      return legs;
    }
  }

  /** {@code error}. */
  record Failing() implements TargetSpec {

    @Override
    public TargetKind kind() {
      return TargetKind.ERROR;
    }

    @Override
    public boolean mayFail(boolean write) {
      return true;
    }
  }

  /** {@code zero}. */
  record Zero() implements TargetSpec {

    @Override
    public TargetKind kind() {
      return TargetKind.ZERO;
    }
  }

  /**
   * {@code delay}.
   *
   * @param read what becomes of reads
   * @param write what becomes of writes, discards and write-zeroes
   * @param flush what becomes of flushes
   * @param lanes how many of the three stand in the table; those behind are as the last of them
   */
  record Delay(Lane read, Lane write, Lane flush, int lanes) implements TargetSpec {

    @Override
    public TargetKind kind() {
      return TargetKind.DELAY;
    }

    @Override
    public List<Lower> lower() {
      return List.of(read.below(), write.below(), flush.below()).subList(0, lanes);
    }

    @Override
    public List<Lower> flushed() {
      return List.of(flush.below());
    }

    /**
     * What becomes of one kind of bio.
     *
     * @param below where they go
     * @param nanos how much later
     */
    public record Lane(Lower below, long nanos) {}
  }

  /**
   * {@code flakey}.
   *
   * @param below where it passes what it passes
   * @param upSeconds how long it is up, from when the table is loaded
   * @param downSeconds how long it is down then, before it is up again
   * @param down what it does while it is down
   */
  record Flakey(Lower below, long upSeconds, long downSeconds, FlakeyFaults down)
      implements TargetSpec {

    @Override
    public TargetKind kind() {
      return TargetKind.FLAKEY;
    }

    @Override
    public boolean mayFail(boolean write) {
      return write ? down.writes() == FlakeyFaults.Writes.ERROR : down.errorReads();
    }

    @Override
    public List<Lower> lower() {
      return List.of(below);
    }
  }

  /**
   * {@code dust}.
   *
   * @param below where it passes what it passes
   * @param blockSectors sectors of a block
   */
  record Dust(Lower below, long blockSectors) implements TargetSpec {

    @Override
    public TargetKind kind() {
      return TargetKind.DUST;
    }

    @Override
    public boolean mayFail(boolean write) {
      return !write;
    }

    @Override
    public long piece() {
      return blockSectors;
    }

    @Override
    public List<Lower> lower() {
      return List.of(below);
    }
  }
}
