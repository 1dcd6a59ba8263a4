package io.dmio.architecture;

/**
 * An exception to the rule that only few classes of a package need each other in a circle.
 *
 * @param packageName the package, below {@code io.dmio}
 * @param member the simple name of one of the classes
 * @param size how many classes it has at most
 * @param reason why they are better off together
 */
record Knot(String packageName, String member, int size, String reason) {}
