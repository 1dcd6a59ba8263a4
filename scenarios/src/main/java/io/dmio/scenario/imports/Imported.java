package io.dmio.scenario.imports;

import java.util.List;

/**
 * What became of a trace or a job file.
 *
 * @param text a scenario that runs
 * @param summary lines for people: what was found, what was skipped, and warnings
 */
public record Imported(String text, List<String> summary) {

  /** Copies the list. */
  public Imported {
    summary = List.copyOf(summary);
  }
}
