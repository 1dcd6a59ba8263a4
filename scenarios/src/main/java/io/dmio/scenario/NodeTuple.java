package io.dmio.scenario;

/** A key and its value. */
record NodeTuple(Node key, Node value) {}
