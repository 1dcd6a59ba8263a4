package io.dmio.scenario;

import static io.dmio.scenario.Key.later;
import static io.dmio.scenario.Key.optional;

import java.util.List;
import java.util.stream.Stream;

/** The keys of an event: what is done to the world from outside. */
final class EventKeys {

  static final Key<Located<String>> RELEASE =
      optional(
          "release", Scalars.NAME.located(), "a device serves the bios that its 'hold' has kept");

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
          "at-event",
          Scalars.count(0, Long.MAX_VALUE),
          "when the event of this number is recorded");
  static final Key<Located<String>> ID =
      optional("id", Scalars.NAME.located(), "its name; default: its verb and its place, from 1");

  static final VerbShape EVENT =
      new VerbShape("event", Stream.concat(Stream.of(timed(RELEASE)), laterVerbs()).toList());

  static final Key<List<Fields>> EVENTS =
      optional(
          "events",
          new ListShape<>("a list of events", EVENT, 0),
          "what is done to the world from outside");

  private EventKeys() {}

  /** A verb with the keys that say when. */
  private static Verb timed(Key<?> verb) {
    return Verb.of(verb, AT, AFTER, DELAY, AT_BIO, AT_EVENT, ID);
  }

  private static Stream<Verb> laterVerbs() {
    return Stream.of(
        Verb.of(later("power-cut", "a disk loses its power")),
        Verb.of(later("crash", "the host ends at once")),
        Verb.of(later("message", "a message to a stacked device")),
        Verb.of(later("reload", "another table for a stacked device")),
        Verb.of(later("suspend", "a stacked device stops")),
        Verb.of(later("resume", "a stacked device goes on")),
        Verb.of(later("offline", "a device is gone")),
        Verb.of(later("online", "a device is back")),
        Verb.of(later("limits", "another limit of a device")),
        Verb.of(later("signal", "a signal for a task")),
        Verb.of(later("quiet", "no fault fires any more")));
  }
}
