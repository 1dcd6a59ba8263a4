package io.dmio.scenario.step;

import io.dmio.scenario.shape.ParsedObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task as written.
 *
 * @param steps its steps
 * @param fields its other keys, or null if it is a list alone
 */
public record TaskText(List<ParsedObject> steps, @Nullable ParsedObject fields) {}
