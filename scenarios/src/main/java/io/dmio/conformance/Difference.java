package io.dmio.conformance;

/**
 * One observation in which a replay differs from its recording.
 *
 * @param what the path of the observation, such as {@code ops[1].bios[0].status}
 * @param expected what was recorded, as JSON; {@code (nothing)} if nothing was
 * @param actual what the replay gave
 */
public record Difference(String what, String expected, String actual) {}
