package io.dmio.scenario.event;

import static io.dmio.scenario.shape.Key.later;
import static io.dmio.scenario.shape.Key.optional;

import io.dmio.device.Survival;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Either;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.ListShape;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Scalars;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import io.dmio.scenario.shape.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The keys of an event: what is done to the world from outside. */
public final class EventKeys {

  private static final Shape<List<Located<String>>> DEVICES =
      Either.of(
          Either.option(Scalars.NAME.located(), List::of),
          Either.option(
              new ListShape<>("a list of devices", Scalars.NAME.located(), 1), list -> list));

  static final Key<Located<String>> RELEASE =
      optional(
          "release", Scalars.NAME.located(), "a device serves the bios that its 'hold' has kept");

  public static final Key<List<Located<String>>> POWER_CUT =
      optional(
          "power-cut",
          DEVICES,
          "devices lose their power, such as c or [a, c]: what was not durable survives or not, and"
              + " their bios end OFFLINE until power returns");
  public static final Key<String> CRASH =
      optional(
          "crash",
          Scalars.word("victim of a crash", List.of("host")),
          "host: engine, pools, memory and tasks are gone without a callback, and all devices lose"
              + " their power");
  static final Key<List<Located<String>>> OFFLINE =
      optional(
          "offline",
          DEVICES,
          "the paths to devices break: their bios end OFFLINE, and what is cached stays");
  static final Key<List<Located<String>>> ONLINE =
      optional("online", DEVICES, "the paths to devices are back");
  static final Key<Located<String>> SIGNAL =
      optional(
          "signal",
          Scalars.REFERENCE.located(),
          "a signal for a task (all its instances): its next synchronous call that begins to wait"
              + " returns EINTR in classic; a call that waits already is not woken");
  static final Key<String> QUIET =
      optional(
          "quiet", Scalars.word("thing to quiet", List.of("all")), "all: no fault fires any more");

  public static final Key<Survival> SURVIVES =
      optional(
          "survives",
          Scalars.text(
              "one of " + String.join(", ", survivals()),
              Map.<String, Object>of("enum", survivals()),
              EventKeys::survival),
          "what survives of what was not durable: none, all, random (default), prefix, or each: one"
              + " run for each state that is allowed, of which the worst counts");
  static final Key<Long> RESTORED =
      optional("restored", Scalars.TIME, "how long after it power returns; default: never");
  public static final Key<Long> REBOOT =
      optional(
          "reboot",
          Scalars.TIME,
          "how long after it the host boots again, which starts the tasks of the next boot; default:"
              + " never");

  static final Key<Long> AT = optional("at", Scalars.TIME, "at this virtual time");
  static final Key<Located<String>> AFTER =
      optional(
          "after",
          Scalars.REFERENCE.located(),
          "when this id, mark, task, rule or event has come about");
  static final Key<Long> DELAY = optional("delay", Scalars.TIME, "how long after it; default 0s");
  static final Key<Located<String>> AT_BIO =
      optional(
          "at-bio",
          Scalars.AT_BIO.located(),
          "when this bio has gone to its device, such as w:c.0: of call w, the first to c");
  static final Key<Long> AT_EVENT =
      optional(
          "at-event", Scalars.count(0, Bounds.COUNT), "when the event of this number is recorded");
  public static final Key<Located<String>> ID =
      optional("id", Scalars.NAME.located(), "its name; default: its verb and its place, from 1");

  static final VerbShape EVENT = new VerbShape("event", verbs());

  public static final Key<List<ParsedObject>> EVENTS =
      optional(
          "events",
          new ListShape<>("a list of events", EVENT, 0),
          "what is done to the world from outside");

  private EventKeys() {}

  private static List<Verb> verbs() {
    return List.of(
        timed(POWER_CUT, SURVIVES, RESTORED),
        timed(CRASH, SURVIVES, REBOOT),
        timed(OFFLINE),
        timed(ONLINE),
        timed(RELEASE),
        timed(SIGNAL),
        timed(QUIET),
        Verb.of(later("message", "a message to a stacked device")),
        Verb.of(later("reload", "another table for a stacked device")),
        Verb.of(later("suspend", "a stacked device stops")),
        Verb.of(later("resume", "a stacked device goes on")),
        Verb.of(later("limits", "another limit of a device")));
  }

  /** A verb with its own keys and those that say when. */
  private static Verb timed(Key<?> verb, Key<?>... own) {
    List<Key<?>> keys = new ArrayList<>(List.of(own));
    keys.addAll(List.of(AT, AFTER, DELAY, AT_BIO, AT_EVENT, ID));
    return new Verb(verb, keys);
  }

  private static List<String> survivals() {
    List<String> names = new ArrayList<>();
    for (Survival survival : Survival.values()) {
      names.add(survival.name().toLowerCase(Locale.ROOT));
    }
    return names;
  }

  private static Survival survival(String text) throws InvalidScalar {
    return Survival.valueOf(Words.oneOf(text, survivals(), "survival").toUpperCase(Locale.ROOT));
  }
}
