package io.dmio.scenario.yaml;

/**
 * A place in a text.
 *
 * @param index from 0, in {@code char}s
 * @param position the same place, as a person counts
 */
public record Mark(int index, Position position) {}
