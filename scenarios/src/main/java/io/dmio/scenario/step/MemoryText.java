package io.dmio.scenario.step;

import io.dmio.scenario.shape.ParsedObject;
import org.jspecify.annotations.Nullable;

/**
 * A memory as written.
 *
 * @param word its kind, if that is all
 * @param layout its kind with the layout, or null
 */
record MemoryText(String word, @Nullable ParsedObject layout) {}
