package io.dmio.scenario.event;

import io.dmio.device.Survival;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DiskPlaces;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.testbed.WorldEvent.Action;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes what events do of what is written. */
final class ActionCompiler {

  private static final long NEVER = -1;
  private static final Set<Kind> TASKS = EnumSet.of(Kind.TASK);

  private final Mistakes mistakes;
  private final DiskPlaces places;
  private final FileNames fileNames;

  /** Needs all names to be known. */
  ActionCompiler(Mistakes mistakes, DiskPlaces places, FileNames fileNames) {
    this.mistakes = mistakes;
    this.places = places;
    this.fileNames = fileNames;
  }

  /** What an event does, or null after a mistake was reported. */
  @Nullable Action compile(ParsedObject event) {
    return switch (event.verb().name()) {
      case "power-cut" ->
          new Action.PowerCut(
              numbers(event, EventKeys.POWER_CUT),
              survival(event),
              event.get(EventKeys.RESTORED, NEVER));
      case "crash" -> new Action.CrashHost(survival(event), event.get(EventKeys.REBOOT, NEVER));
      case "offline" -> new Action.Offline(numbers(event, EventKeys.OFFLINE));
      case "online" -> new Action.Online(numbers(event, EventKeys.ONLINE));
      case "signal" -> signal(event);
      case "quiet" -> new Action.Quiet();
      default -> release(event);
    };
  }

  private static Survival survival(ParsedObject event) {
    return event.get(EventKeys.SURVIVES, Survival.RANDOM);
  }

  private List<Integer> numbers(ParsedObject event, Key<List<Located<String>>> key) {
    List<Integer> numbers = new ArrayList<>();
    for (Located<String> name : event.get(key, List.of())) {
      Devices.Device device = places.disk(name);
      if (device != null && numbers.contains(device.number())) {
        mistakes.report(name.at(), "the device '" + name.value() + "' stands here twice", null);
      } else if (device != null) {
        numbers.add(device.number());
      }
    }
    return numbers;
  }

  private @Nullable Action signal(ParsedObject event) {
    Located<String> name = event.get(EventKeys.SIGNAL);
    String task =
        name == null
            ? null
            : fileNames.resolve(name.value(), name.at(), Scope.OUTSIDE, TASKS, "a task");
    return task == null ? null : new Action.Signal(task);
  }

  private @Nullable Action release(ParsedObject event) {
    Located<String> name = event.get(EventKeys.RELEASE);
    Devices.Device device = name == null ? null : places.disk(name);
    if (name == null || device == null) {
      return null;
    }
    if (!device.holds()) {
      mistakes.report(
          name.at(),
          "'" + device.name() + "' keeps no bios that could be released",
          "write hold: fifo or hold: lifo at the device");
    }
    return new Action.Release(device.number());
  }
}
