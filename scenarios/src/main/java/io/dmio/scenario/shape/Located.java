package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Position;

/**
 * A value and where it stands.
 *
 * @param value what was read
 * @param at where
 * @param <T> its type
 */
public record Located<T>(T value, Position at) {}
