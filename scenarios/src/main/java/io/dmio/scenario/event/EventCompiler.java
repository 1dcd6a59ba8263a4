package io.dmio.scenario.event;

import io.dmio.scenario.names.AtBioText;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DiskPlaces;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Units;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.sim.Limits;
import io.dmio.testbed.WorldEvent;
import io.dmio.testbed.WorldEvent.Action;
import io.dmio.testbed.WorldEvent.When;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes events of what is written. */
public final class EventCompiler {

  private static final List<Key<?>> TIMES =
      List.of(EventKeys.AT, EventKeys.AFTER, EventKeys.AT_BIO, EventKeys.AT_EVENT);
  private static final List<Key<Long>> SPANS =
      List.of(EventKeys.AT, EventKeys.DELAY, EventKeys.RESTORED, EventKeys.REBOOT);
  private static final Set<Kind> ANY = EnumSet.allOf(Kind.class);

  private final Mistakes mistakes;
  private final Devices devices;
  private final FileNames fileNames;
  private final Limits limits;
  private final ActionCompiler actions;

  /** Needs all names to be known. */
  public EventCompiler(
      Mistakes mistakes, Devices devices, DiskPlaces places, FileNames fileNames, Limits limits) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.fileNames = fileNames;
    this.limits = limits;
    this.actions = new ActionCompiler(mistakes, places, fileNames);
  }

  /** The name of an event without an id is its verb and its place in the list, from 1. */
  public static String name(ParsedObject event, int number) {
    Located<String> id = event.get(EventKeys.ID);
    return id != null ? id.value() : event.verb().name() + "." + (number + 1);
  }

  /** All events; those with mistakes are left out. */
  public List<WorldEvent> compile(List<ParsedObject> written) {
    List<WorldEvent> events = new ArrayList<>();
    for (int number = 0; number < written.size(); number++) {
      ParsedObject event = written.get(number);
      String name = name(event, number);
      When when = when(event, name);
      Action action = actions.compile(event);
      if (when != null && action != null) {
        events.add(new WorldEvent(number, name, when, action));
      }
    }
    return events;
  }

  private @Nullable When when(ParsedObject event, String name) {
    List<Key<?>> times = new ArrayList<>(TIMES);
    times.removeIf(key -> !event.has(key));
    if (times.size() != 1) {
      reportTimes(event, times);
      return null;
    }
    if (event.has(EventKeys.DELAY) && !event.has(EventKeys.AFTER)) {
      mistakes.report(
          event.keyAt(EventKeys.DELAY),
          "'delay' means nothing without 'after'",
          "add 'after' or remove it");
    }
    checkEnd(event);
    Long at = event.get(EventKeys.AT);
    Long record = event.get(EventKeys.AT_EVENT);
    if (at != null) {
      return new When.At(at);
    }
    if (record != null) {
      return new When.AtEvent(record);
    }
    return event.has(EventKeys.AFTER) ? after(event, name) : atBio(event);
  }

  private void reportTimes(ParsedObject event, List<Key<?>> times) {
    if (times.isEmpty()) {
      mistakes.report(
          event.at(), "nothing says when this happens", "add at, after, at-bio or at-event");
    } else {
      mistakes.report(
          event.keyAt(times.get(1)),
          "'" + times.get(1).name() + "' together with '" + times.get(0).name() + "'",
          "keep one: an event happens once");
    }
  }

  private void checkEnd(ParsedObject event) {
    for (Key<Long> key : SPANS) {
      Long nanos = event.get(key);
      if (nanos != null && nanos > limits.timeNanos()) {
        never(
            event.at(key),
            "the run ends at " + Units.TIME.write(limits.timeNanos()),
            "raise limits: { time: ... }");
      }
    }
  }

  private @Nullable When after(ParsedObject event, String name) {
    Located<String> reference = event.get(EventKeys.AFTER);
    if (reference == null) {
      return null;
    }
    if (reference.value().equals(name)) {
      never(reference.at(), "it waits for itself", null);
      return null;
    }
    String item =
        fileNames.resolve(
            reference.value(), reference.at(), Scope.OUTSIDE, ANY, "an id, mark, task or rule");
    return item == null ? null : new When.After(item, event.get(EventKeys.DELAY, 0L));
  }

  private @Nullable When atBio(ParsedObject event) {
    Located<String> text = event.get(EventKeys.AT_BIO);
    AtBioText bio =
        text == null ? null : AtBioText.read(text.value(), text.at(), fileNames, devices);
    if (text == null || bio == null) {
      return null;
    }
    if (!bio.isPossible()) {
      never(
          text.at(),
          "'" + bio.item().base() + "' does not go to '" + bio.device().name() + "'",
          null);
    }
    return new When.AtBio(bio.call(), bio.device().number(), bio.index());
  }

  private void never(Position at, String why, @Nullable String hint) {
    mistakes.report(at, "this event can never happen: " + why, hint);
  }
}
