package io.dmio.museum;

import io.dmio.engine.Steps;
import io.dmio.mempool.PoolSteps;

/**
 * A bug that can be put in place of the right step.
 *
 * @param id its number in the catalogue of bugs, such as {@code B07}
 * @param title a few words
 * @param about what goes wrong and where it shows
 * @param steps the engine's steps with it
 * @param poolSteps the pools' steps with it
 */
public record Exhibit(String id, String title, String about, Steps steps, PoolSteps poolSteps) {}
