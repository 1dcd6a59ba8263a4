package io.dmio.check;

/**
 * Sectors that were found to hold something else than they should, in a way that a silent fault
 * explains.
 *
 * @param device the device's number
 * @param sector the first sector
 * @param count how many sectors, each of which counts as one loss
 * @param rule the number of the fault rule; {@link io.dmio.device.DamageBook#NO_RULE}: what disks
 *     may do when power fails; or a {@link io.dmio.device.DamageBook#ofTable table}
 * @param call the number of the call whose read has found it, or -1: found at rest
 * @param expected what they should hold, in words
 * @param actual what they hold, in words
 * @param timeNanos virtual time
 */
public record Loss(
    int device,
    long sector,
    long count,
    int rule,
    int call,
    String expected,
    String actual,
    long timeNanos) {}
