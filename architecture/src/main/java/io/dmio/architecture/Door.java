package io.dmio.architecture;

/**
 * An exception to the rule that only the root of a room is used from outside.
 *
 * @param from the package that uses the inner one, below {@code io.dmio}
 * @param to the inner package that is used, below {@code io.dmio}
 * @param reason why its root cannot do
 */
record Door(String from, String to, String reason) {}
