package io.dmio.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A scenario that is being drawn: what can be named so far. */
final class Draft {

  final Draw draw;
  final Mood mood;
  final boolean linux;
  final List<Device> devices = new ArrayList<>();
  final List<String> clients = new ArrayList<>();
  final List<Call> calls = new ArrayList<>();
  final List<Named> marks = new ArrayList<>();

  /** Marks at which something is worth happening. */
  final List<Named> moments = new ArrayList<>();

  final List<Named> tasks = new ArrayList<>();
  final List<String> rules = new ArrayList<>();
  final List<String> events = new ArrayList<>();

  /** How often the host boots. */
  int boots = 1;

  /** Whether some disks are much slower than others. */
  final boolean contrast;

  private int names;

  Draft(Draw draw, Mood mood) {
    this.draw = draw;
    this.mood = mood;
    this.linux = draw.chance(mood.linux);
    this.contrast = draw.chance(50);
  }

  /**
   * A device.
   *
   * @param block sectors of a logical block
   * @param disks the disks that it is or stands on
   */
  record Device(
      String name, long sectors, int block, boolean cached, boolean holds, Set<String> disks) {

    boolean stacked() {
      return !disks.contains(name);
    }
  }

  /**
   * Something that makes its contents more than once.
   *
   * @param count how often at most
   */
  static final class Dimension {
    final int count;

    Dimension(int count) {
      this.count = count;
    }
  }

  /** What may be numbered. */
  record Named(String name, List<Dimension> dimensions) {

    /** One of those that have the name. */
    String any(Draw draw) {
      StringBuilder text = new StringBuilder(name);
      dimensions.forEach(d -> text.append('[').append(draw.between(1, d.count)).append(']'));
      return text.toString();
    }

    /** The one that the steps of a scope mean, or any. */
    String seenFrom(List<Dimension> scope, Draw draw) {
      boolean shared =
          scope.size() >= dimensions.size()
              && scope.subList(0, dimensions.size()).equals(dimensions);
      return shared ? name : any(draw);
    }
  }

  /**
   * A call, or what makes calls.
   *
   * @param verb of its step
   * @param devices where it goes
   */
  record Call(Named named, String verb, Set<String> devices, String task) {

    /** Whether its calls are numbered behind its name. */
    boolean isLoad() {
      return verb.equals("load");
    }
  }

  /** A name that nothing has yet. */
  String newName(String prefix) {
    return prefix + ++names;
  }

  List<Device> disks() {
    return devices.stream().filter(device -> !device.stacked()).toList();
  }

  /** A device; stacked ones are met more often. */
  Device device() {
    List<Device> stacked = devices.stream().filter(Device::stacked).toList();
    return !stacked.isEmpty() && draw.chance(55) ? draw.of(stacked) : draw.of(devices);
  }
}
