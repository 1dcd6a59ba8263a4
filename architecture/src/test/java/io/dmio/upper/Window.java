package io.dmio.upper;

import io.dmio.ground.Stone;
import io.dmio.ground.cellar.Barrel;

/** Uses the root of the room below, as it may, and the inside of it. */
public record Window(Stone frame, Barrel view) {}
