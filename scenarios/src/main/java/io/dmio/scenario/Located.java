package io.dmio.scenario;

/**
 * A value and where it stands.
 *
 * @param value what was read
 * @param at where
 * @param <T> its type
 */
record Located<T>(T value, Position at) {}
