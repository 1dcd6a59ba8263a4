package io.dmio.cli;

import io.dmio.run.MistakeException;
import io.dmio.scenario.change.Change;
import java.util.ArrayList;
import java.util.List;

/** What the caller wants a scenario to say instead of what it says. */
final class Changes {

  static final String SET = "--set";
  static final String DIALECT = "--dialect";

  private Changes() {}

  /** The changes of {@code --set} in order, then the one of {@code --dialect}. */
  static List<Change> of(Given given) {
    List<Change> changes = sets(given);
    String dialect = given.text(DIALECT);
    if (dialect != null) {
      changes.add(Change.dialect(DIALECT, dialect));
    }
    return changes;
  }

  /** The changes of {@code --set}, in order. */
  static List<Change> sets(Given given) {
    List<Change> changes = new ArrayList<>();
    for (String text : given.texts(SET)) {
      try {
        changes.add(Change.set(SET, text));
      } catch (IllegalArgumentException wrong) {
        throw new MistakeException(SET + ": " + wrong.getMessage());
      }
    }
    return changes;
  }
}
