package io.dmio.scenario.yaml;

/**
 * A single value.
 *
 * @param text what it says, without quotes
 * @param isPlain whether it stands without quotes, and is no block
 */
public record ScalarNode(String text, boolean isPlain, Mark start, Mark end) implements Node {}
