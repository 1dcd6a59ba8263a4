package io.dmio.scenario.shape;

import io.dmio.scenario.yaml.Position;
import org.jspecify.annotations.Nullable;

/**
 * A named value of a map.
 *
 * @param name its key; if that is wrong, a mistake was reported
 * @param at where the key stands
 * @param value the value, or null if mistakes were reported
 * @param <T> its type
 */
public record Entry<T>(String name, Position at, @Nullable T value) {}
