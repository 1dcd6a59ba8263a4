package io.dmio.device;

import io.dmio.sim.Branches;
import io.dmio.sim.RandomStream;
import java.util.function.Supplier;

/** Decides what survives. Asked for blocks by their number, and for units by theirs within. */
abstract class Chooser {

  /** Whether a block that is being rewritten is lost; asked only for such blocks. */
  boolean loses() {
    return false;
  }

  /** Which of its contents a unit holds. */
  abstract int survivor(UnitHistory unit);

  /**
   * The chooser of a way to survive.
   *
   * @param stream where chance comes from, if there is any
   * @param branches where choices are counted, if all are to be made
   */
  static Chooser of(
      Survival how, WriteCache cache, Supplier<RandomStream> stream, Branches branches) {
    return switch (how) {
      case NONE -> new UpTo(0);
      case ALL -> new UpTo(Long.MAX_VALUE);
      case RANDOM -> new OneOf(stream.get()::below);
      case PREFIX -> new UpTo(prefix(cache.versions(), stream.get()));
      case EACH -> new OneOf(branches::choose);
    };
  }

  private static long prefix(VersionStore versions, RandomStream stream) {
    long length = stream.below(versions.queueLength() + 1L);
    long serial = 0;
    int slot = versions.head();
    for (long i = 0; i < length; i++) {
      serial = versions.serial(slot);
      slot = versions.behind(slot);
    }
    return serial;
  }

  /** All that came until a time. */
  private static final class UpTo extends Chooser {

    private final long serial;

    UpTo(long serial) {
      this.serial = serial;
    }

    @Override
    int survivor(UnitHistory unit) {
      return unit.at(serial);
    }
  }

  /** Any. */
  private static final class OneOf extends Chooser {

    private final Choice choice;

    OneOf(Choice choice) {
      this.choice = choice;
    }

    @Override
    boolean loses() {
      return choice.below(2) == 1;
    }

    @Override
    int survivor(UnitHistory unit) {
      return (int) choice.below(unit.size());
    }
  }

  /** Picks a number. */
  @FunctionalInterface
  private interface Choice {

    /** A number from 0, less than the bound. */
    long below(long bound);
  }
}
