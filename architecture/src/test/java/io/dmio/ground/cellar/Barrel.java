package io.dmio.ground.cellar;

import io.dmio.ground.Stone;

/** Is inside of a room. */
public record Barrel(Stone[] standsOn) {}
