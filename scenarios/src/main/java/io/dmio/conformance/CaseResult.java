package io.dmio.conformance;

import java.util.List;

/**
 * What came of a case.
 *
 * @param id the case's name
 * @param differences the observations that differ; empty: it matches in all
 */
public record CaseResult(String id, List<Difference> differences) {

  /** Copies the list. */
  public CaseResult {
    differences = List.copyOf(differences);
  }

  /** Whether every observation matches. */
  public boolean matches() {
    return differences.isEmpty();
  }
}
