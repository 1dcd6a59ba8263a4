package io.dmio.mapper;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.sim.Simulation;
import java.util.function.IntFunction;

/**
 * Where a target is made: a line of a table that is being loaded, and what its host offers. A
 * target may keep it, and loses it with its host.
 */
public final class TargetSite {

  private final TableSpec table;
  private final int line;
  private final Surroundings host;
  private final IntFunction<BlockDevice> lower;

  /**
   * What all lines of one boot have in common.
   *
   * @param parts numbers what stacked devices send on
   * @param devices the devices as callers of dm-io know them, by number
   * @param services what else the host offers
   */
  record Surroundings(
      Simulation simulation,
      Memory memory,
      TargetWatch watch,
      RemapRecorder.Parts parts,
      IntFunction<BlockDevice> devices,
      HostServices services) {}

  /**
   * Makes a site.
   *
   * @param line the number of the line, from 0
   * @param lower the devices below as bios reach them from a table, by number
   */
  TargetSite(TableSpec table, int line, Surroundings host, IntFunction<BlockDevice> lower) {
    this.table = table;
    this.line = line;
    this.host = host;
    this.lower = lower;
  }

  /** The number of the stacked device. */
  public int table() {
    return table.id();
  }

  /** The name of the stacked device. */
  public String device() {
    return table.name();
  }

  /** The number of the line in the table, from 0. */
  public int line() {
    return line;
  }

  /** The first sector of the line on the stacked device. */
  public long first() {
    return table.lines().get(line).first();
  }

  /** Time, events and the log. */
  public Simulation simulation() {
    return host.simulation();
  }

  /** The host's memory. */
  public Memory memory() {
    return host.memory();
  }

  /** Who is to hear what the target does that is no error. */
  public TargetWatch watch() {
    return host.watch();
  }

  /** What else the host offers, such as dm-io. */
  public HostServices services() {
    return host.services();
  }

  /** The sectors below of the line, for bios that are passed on; each is noted on its way. */
  public LowerRange below(TargetSpec.Lower place) {
    BlockDevice device = lower.apply(place.device());
    RemapRecorder way = new RemapRecorder(table.id(), device, host.simulation(), host.parts());
    return new LowerRange(way, first(), place.sector());
  }

  /**
   * A device below, for calls to dm-io that name it.
   *
   * @param number its number, which a place of the target's spec has
   */
  public BlockDevice deviceOfCalls(int number) {
    return host.devices().apply(number);
  }
}
