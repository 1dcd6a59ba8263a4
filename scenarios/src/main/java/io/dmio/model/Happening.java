package io.dmio.model;

import io.dmio.device.PowerCutRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Something that was done to the world from outside, with what followed of it at once. */
public final class Happening {

  /** What was done, the gravest first. */
  public enum Kind {
    /** The host died. */
    CRASH,
    /** Disks lost their power. */
    CUT,
    /** The paths to disks broke. */
    OFFLINE,
    /** The host booted. */
    BOOT,
    /** Disks got their power back. */
    POWER,
    /** The paths to disks were back. */
    ONLINE,
    /** A disk served what it had held. */
    RELEASE,
    /** A task got a signal. */
    SIGNAL,
    /** No fault fires any more. */
    QUIET,
    /** Something of which the log has nothing but the name. */
    OTHER
  }

  private final long nanos;
  private final int event;
  private final TreeSet<Integer> devices = new TreeSet<>();
  private Kind kind;
  private long bios;
  private long calls;
  private int boot;

  /**
   * Something happens.
   *
   * @param event the number of the scenario's event, or -1
   */
  Happening(long nanos, Kind kind, int event) {
    this.nanos = nanos;
    this.kind = kind;
    this.event = event;
  }

  public long nanos() {
    return nanos;
  }

  public Kind kind() {
    return kind;
  }

  /** The number of the scenario's event that did it, or that promised it; -1: none. */
  public int event() {
    return event;
  }

  /** The disks that it changed; those that were so before are not among them. */
  public List<Integer> devices() {
    return new ArrayList<>(devices);
  }

  /** How many bios were in the disks, or of a crash how many the host had on their way. */
  public long bios() {
    return bios;
  }

  /** How many calls a crash has ended. */
  public long calls() {
    return calls;
  }

  /** The boot that died or begins, from 1. */
  public int boot() {
    return boot;
  }

  /** Whether it has cut off a disk, as a record tells. */
  public boolean cut(PowerCutRecord record) {
    boolean cuts = kind == Kind.CUT || kind == Kind.CRASH;
    return cuts && nanos == record.timeNanos() && devices.contains(record.device());
  }

  /** Whether a disk has lost its power or its path by it, or the host has died. */
  public boolean cutsOff() {
    return switch (kind) {
      case CUT, OFFLINE -> !devices.isEmpty();
      case CRASH -> boot > 0 || !devices.isEmpty();
      default -> false;
    };
  }

  /** It changes a disk as well, which has some bios. */
  Happening reaching(int device, long inside) {
    devices.add(device);
    if (kind != Kind.CRASH) {
      bios += inside;
    }
    return this;
  }

  /** It ends a boot. */
  void endBoot(int number, long lostCalls, long lostBios) {
    boot = number;
    calls = lostCalls;
    bios = lostBios;
  }

  /** Power has come back for the host as well. */
  void beginBoot(int number) {
    kind = Kind.BOOT;
    boot = number;
  }
}
