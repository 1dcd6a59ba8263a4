package io.dmio.scenario.yaml;

import org.yaml.snakeyaml.error.Mark;

/**
 * A single value.
 *
 * @param text what it says, without quotes
 * @param isPlain whether it stands without quotes, and is no block
 */
public record ScalarNode(String text, boolean isPlain, Mark start, Mark end) implements Node {}
