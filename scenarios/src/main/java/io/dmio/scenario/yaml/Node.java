package io.dmio.scenario.yaml;

import org.yaml.snakeyaml.error.Mark;

/**
 * A value of a file as it is written. Unlike SnakeYAML's nodes it has no tag: the language has
 * types of its own, and loading what tags need takes a twentieth of a small run.
 */
public sealed interface Node permits ScalarNode, SequenceNode, MappingNode {

  /** Where it begins. */
  Mark start();

  /** The place behind it. */
  Mark end();
}
