package io.dmio.scenario;

import org.yaml.snakeyaml.error.Mark;

/**
 * A single value.
 *
 * @param text what it says, without quotes
 * @param isPlain whether it stands without quotes, and is no block
 */
record ScalarNode(String text, boolean isPlain, Mark start, Mark end) implements Node {}
