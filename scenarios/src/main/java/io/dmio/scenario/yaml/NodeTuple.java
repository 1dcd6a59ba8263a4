package io.dmio.scenario.yaml;

/** A key and its value. */
public record NodeTuple(Node key, Node value) {}
