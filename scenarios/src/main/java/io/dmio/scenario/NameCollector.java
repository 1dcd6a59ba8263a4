package io.dmio.scenario;

import io.dmio.scenario.event.EventCompiler;
import io.dmio.scenario.event.EventKeys;
import io.dmio.scenario.fault.FaultCompiler;
import io.dmio.scenario.fault.FaultKeys;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem;
import io.dmio.scenario.names.NamedItem.Dimension;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.step.CallKeys;
import io.dmio.scenario.step.ReplayKeys;
import io.dmio.scenario.step.StepKeys;
import io.dmio.scenario.step.StepNames;
import io.dmio.scenario.step.TaskText;
import io.dmio.scenario.yaml.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks tasks and rules once and declares everything that has a name. */
final class NameCollector {

  private final FileNames fileNames;
  private final Map<String, Position> steps = new LinkedHashMap<>();

  NameCollector(FileNames fileNames) {
    this.fileNames = fileNames;
  }

  /** Where the steps stand, by name without numbers. */
  Map<String, Position> steps() {
    return steps;
  }

  void rules(List<ParsedObject> rules) {
    for (int number = 0; number < rules.size(); number++) {
      ParsedObject rule = rules.get(number);
      Located<String> id = rule.get(FaultKeys.ID);
      Position at = id == null ? rule.at() : id.at();
      String name = FaultCompiler.name(rule, number);
      fileNames.declare(new NamedItem(name, Kind.RULE, at, List.of(), Set.of()));
    }
  }

  void events(List<ParsedObject> events) {
    for (int number = 0; number < events.size(); number++) {
      ParsedObject event = events.get(number);
      Located<String> id = event.get(EventKeys.ID);
      Position at = id == null ? event.at() : id.at();
      String name = EventCompiler.name(event, number);
      fileNames.declare(new NamedItem(name, Kind.EVENT, at, List.of(), Set.of()));
    }
  }

  void task(Entry<TaskText> task) {
    TaskText text = task.value();
    List<Dimension> dimensions = text == null ? List.of() : StepNames.instances(text);
    fileNames.declare(new NamedItem(task.name(), Kind.TASK, task.at(), dimensions, Set.of()));
    if (text != null) {
      list(text.steps(), Scope.ofTask(task.name(), 0, dimensions));
    }
  }

  private void list(List<ParsedObject> list, Scope scope) {
    for (int i = 0; i < list.size(); i++) {
      step(list.get(i), scope, i + 1);
    }
  }

  private void step(ParsedObject step, Scope scope, int number) {
    String name = StepNames.name(step, scope, number);
    steps.putIfAbsent(name, step.at());
    Key<?> verb = step.verb();
    if (verb == StepKeys.MARK) {
      String mark = step.get(StepKeys.MARK);
      if (mark != null) {
        declare(mark, Kind.MARK, step.at(StepKeys.MARK), scope, Set.of());
      }
      return;
    }
    if (verb == StepKeys.REPEAT) {
      repeat(step, scope, number);
      return;
    }
    Kind kind = kind(verb, step);
    if (kind != null) {
      Located<String> id = step.get(CallKeys.ID);
      declare(name, kind, id == null ? step.at() : id.at(), scope, devices(step));
    }
    list(step.get(CallKeys.THEN, List.of()), scope.inside(number));
  }

  private void repeat(ParsedObject step, Scope scope, int number) {
    ParsedObject repeat = step.get(StepKeys.REPEAT);
    if (repeat != null) {
      list(
          repeat.get(StepKeys.REPEAT_STEPS, List.of()),
          scope.repeated(number, StepNames.repetition(repeat)));
    }
  }

  private void declare(String name, Kind kind, Position at, Scope scope, Set<String> devices) {
    fileNames.declare(new NamedItem(name, kind, at, scope.dimensions(), devices));
  }

  private static @Nullable Kind kind(Key<?> verb, ParsedObject step) {
    return switch (verb.name()) {
      case "read" -> Kind.READ;
      case "write", "discard", "write-zeroes" -> Kind.WRITE;
      case "flush" -> Kind.FLUSH;
      case "bio" -> kindOfBio(step.get(StepKeys.OP));
      case "verify" -> Kind.VERIFY;
      case "load" -> Kind.LOAD;
      case "replay" -> Kind.REPLAY;
      case "java" -> Kind.JAVA;
      default -> null;
    };
  }

  private static Kind kindOfBio(@Nullable Located<String> op) {
    return op != null && op.value().equals("read") ? Kind.READ : Kind.WRITE;
  }

  private static Set<String> devices(ParsedObject step) {
    List<Located<PlaceText>> places = new ArrayList<>();
    places.addAll(step.get(StepKeys.READ, List.of()));
    places.addAll(step.get(StepKeys.WRITE, List.of()));
    places.addAll(step.get(StepKeys.DISCARD, List.of()));
    places.addAll(step.get(StepKeys.WRITE_ZEROES, List.of()));
    Located<PlaceText> verified = step.get(StepKeys.VERIFY);
    if (verified != null) {
      places.add(verified);
    }
    Located<PlaceText> bio = step.get(StepKeys.BIO);
    if (bio != null) {
      places.add(bio);
    }
    Set<String> devices = new TreeSet<>();
    for (Located<PlaceText> place : places) {
      devices.add(place.value().device());
    }
    for (Located<String> device : step.get(StepKeys.FLUSH, List.of())) {
      devices.add(device.value());
    }
    ParsedObject load = step.get(StepKeys.LOAD);
    if (load != null) {
      for (Located<String> device : load.get(StepKeys.DEVICES, List.of())) {
        devices.add(device.value());
      }
    }
    ParsedObject replay = step.get(StepKeys.REPLAY);
    if (replay != null) {
      for (Located<String> device : ReplayKeys.targets(replay)) {
        devices.add(device.value());
      }
    }
    return devices;
  }
}
