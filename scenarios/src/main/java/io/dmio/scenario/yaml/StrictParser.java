package io.dmio.scenario.yaml;

import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Passes events on and reports those that the language refuses. */
final class StrictParser implements Parser {

  private final Parser parser;
  private final Mistakes mistakes;
  private Position last = Position.START;

  StrictParser(Parser parser, Mistakes mistakes) {
    this.parser = parser;
    this.mistakes = mistakes;
  }

  /** Where the last event was. */
  Position last() {
    return last;
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public Event getEvent() {
    Event event = parser.getEvent();
    last = Position.of(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      mistakes.report(last, "an alias: *" + alias.getAnchor(), "write the value out");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      mistakes.report(last, "an anchor: &" + node.getAnchor(), "remove it");
    } else if (event instanceof DocumentStartEvent start) {
      checkDirectives(start);
    }
    if (hasTag(event)) {
      mistakes.report(last, "a tag", "remove it: every key has one type");
    }
    return event;
  }

  private void checkDirectives(DocumentStartEvent start) {
    boolean tags = start.getTags() != null && !start.getTags().isEmpty();
    if (start.getVersion() != null || tags) {
      mistakes.report(last, "a YAML directive", "remove it");
    }
  }

  private static boolean hasTag(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
        || (event instanceof CollectionStartEvent start && start.getTag() != null);
  }
}
