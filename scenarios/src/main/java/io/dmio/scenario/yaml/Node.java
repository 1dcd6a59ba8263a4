package io.dmio.scenario.yaml;

/**
 * A value of a file as it is written. It has no type: the language has types of its own, and reads
 * one and the same word as a name here and as a size there.
 */
public sealed interface Node permits ScalarNode, SequenceNode, MappingNode {

  /** Where it starts; an anchor or a tag in front of it is a part of it. */
  Mark start();

  /** The place after it. */
  Mark end();

  /** Where it starts, for a message. */
  default Position at() {
    return start().position();
  }
}
