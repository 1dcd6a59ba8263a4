package io.dmio.scenario;

import io.dmio.check.Check;

/**
 * Which bug of the museum a scenario catches.
 *
 * @param id of the exhibit, such as {@code B07}
 * @param caughtBy the check that catches it
 * @param within of how many events at most
 */
public record ExhibitClaim(String id, Check caughtBy, long within) {}
