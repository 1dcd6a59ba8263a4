package io.dmio.mapper;

import io.dmio.block.Sectors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The target of a line of a table, with no defaults left: how it is made, how it is written, and
 * where its sectors lie.
 *
 * <p>Where sectors lie is told a second time by the {@link Target} that is made of it, which is
 * never asked for that: so the one account can judge the other, see {@link SectorMap}.
 */
public interface TargetSpec {

  /** The target's name in tables. */
  String kind();

  /** Makes the target, once for each boot of the host. */
  Target create(TargetSite site);

  /**
   * Its arguments as {@code dmsetup table} prints them.
   *
   * @param devices the names of devices, by number
   */
  List<String> arguments(IntFunction<String> devices);

  /** Every place below, in the order of the arguments. */
  default List<Lower> lower() {
    return List.of();
  }

  /** The places below to which a flush goes. */
  default List<Lower> flushed() {
    return lower();
  }

  /** What becomes of a bio that comes to a sector of it. */
  default Passage passage() {
    return Passage.BELOW;
  }

  /**
   * In how many places below each sector lies: a write goes to all of them, a read to one.
   *
   * @return at least 1 if its sectors lie {@linkplain Passage#liesBelow below}
   */
  default int places(boolean write) {
    return 1;
  }

  /**
   * The place below of a sector.
   *
   * @param sector counted from the first of the line
   * @param number which of its {@link #places}, from 0
   */
  default Lower place(boolean write, long sector, int number) {
    return lower().get(number);
  }

  /**
   * How many sectors after that place a sector lies.
   *
   * @param sector counted from the first of the line
   */
  default long offset(long sector) {
    return sector;
  }

  /**
   * How many sectors from one on lie in a row below; at least 1.
   *
   * @param sector counted from the first of the line
   */
  default long inRow(long sector) {
    return Long.MAX_VALUE;
  }

  /**
   * Pieces end at multiples of this number of sectors, counted from the first of the line; 0: with
   * the line.
   */
  default long piece() {
    return 0;
  }

  /** Whether it may fail reads, or writes, that go to a sector of it. */
  default boolean mayFail(boolean write) {
    return false;
  }

  /** What becomes of the bios that come to a target. */
  enum Passage {
    /** They are passed on, in pieces, to where their sectors lie. */
    BELOW,
    /**
     * They end here. For each, the target makes calls of its own to dm-io, which bring the data to
     * and from where the sectors lie.
     */
    CALLS,
    /** They end here: what is read is zeroes, and what is written is forgotten. */
    ZERO,
    /** They end here, and fail. */
    NOTHING;

    /** Whether the sectors of such a target lie on devices below. */
    public boolean liesBelow() {
      return this == BELOW || this == CALLS;
    }
  }

  /**
   * A place below.
   *
   * @param device the number of the device
   * @param sector the sector of it that belongs to the target's first
   */
  record Lower(int device, long sector) {

    /** Its words in a table. */
    List<String> words(IntFunction<String> devices) {
      return List.of(devices.apply(device), Long.toString(sector));
    }
  }

  /**
   * {@code linear}.
   *
   * @param below where it passes everything
   */
  record Linear(Lower below) implements TargetSpec {

    @Override
    public String kind() {
      return TargetKind.LINEAR.text();
    }

    @Override
    public Target create(TargetSite site) {
      return new LinearTarget(site.below(below));
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      return below.words(devices);
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
    public String kind() {
      return TargetKind.STRIPED.text();
    }

    @Override
    public Target create(TargetSite site) {
      return new StripedTarget(legs.stream().map(site::below).toList(), chunk);
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      List<String> words = new ArrayList<>();
      words.add(Integer.toString(legs.size()));
      words.add(Long.toString(chunk));
      legs.forEach(leg -> words.addAll(leg.words(devices)));
      return words;
    }

    @Override
    public Lower place(boolean write, long sector, int number) {
      return legs.get((int) (sector / chunk % legs.size()));
    }

    @Override
    public long offset(long sector) {
      return sector / chunk / legs.size() * chunk + sector % chunk;
    }

    @Override
    public long inRow(long sector) {
      return chunk - sector % chunk;
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
    public String kind() {
      return TargetKind.ERROR.text();
    }

    @Override
    public Target create(TargetSite site) {
      return new ErrorTarget();
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      return List.of();
    }

    @Override
    public Passage passage() {
      return Passage.NOTHING;
    }

    @Override
    public boolean mayFail(boolean write) {
      return true;
    }
  }

  /** {@code zero}. */
  record Zero() implements TargetSpec {

    @Override
    public String kind() {
      return TargetKind.ZERO.text();
    }

    @Override
    public Target create(TargetSite site) {
      return new ZeroTarget(site.memory());
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      return List.of();
    }

    @Override
    public Passage passage() {
      return Passage.ZERO;
    }
  }

  /**
   * {@code delay}.
   *
   * @param read what becomes of reads
   * @param write what becomes of writes, discards and write-zeroes
   * @param flush what becomes of flushes
   * @param lanes how many of the three stand in the table; the others are as the last of these
   */
  record Delay(Lane read, Lane write, Lane flush, int lanes) implements TargetSpec {

    @Override
    public String kind() {
      return TargetKind.DELAY.text();
    }

    @Override
    public Target create(TargetSite site) {
      return new DelayTarget(read.create(site), write.create(site), flush.create(site));
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      List<String> words = new ArrayList<>();
      List.of(read, write, flush).subList(0, lanes).forEach(lane -> lane.addTo(words, devices));
      return words;
    }

    @Override
    public Lower place(boolean write, long sector, int number) {
      return (write ? this.write : read).below();
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
    public record Lane(Lower below, long nanos) {

      private static final long MILLISECOND = 1_000_000;

      private DelayTarget.Lane create(TargetSite site) {
        return new DelayTarget.Lane(site.below(below), site.simulation(), nanos);
      }

      private void addTo(List<String> words, IntFunction<String> devices) {
        words.addAll(below.words(devices));
        words.add(Long.toString(nanos / MILLISECOND));
      }
    }
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
    public String kind() {
      return TargetKind.FLAKEY.text();
    }

    @Override
    public Target create(TargetSite site) {
      FlakeyPhases phases = new FlakeyPhases(site, upSeconds, downSeconds);
      return new FlakeyTarget(
          site.table(), site.below(below), down, phases, site.memory(), site.watch());
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      List<String> words = new ArrayList<>(below.words(devices));
      words.add(Long.toString(upSeconds));
      words.add(Long.toString(downSeconds));
      List<String> features = down.features();
      if (!features.isEmpty()) {
        words.add(Integer.toString(features.size()));
        words.addAll(features);
      }
      return words;
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
    public String kind() {
      return TargetKind.DUST.text();
    }

    @Override
    public Target create(TargetSite site) {
      return new DustTarget(site.below(below), blockSectors);
    }

    @Override
    public List<String> arguments(IntFunction<String> devices) {
      List<String> words = new ArrayList<>(below.words(devices));
      words.add(Long.toString(Sectors.toBytes(blockSectors)));
      return words;
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
