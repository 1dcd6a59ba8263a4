package io.dmio.workload;

/**
 * A region by the device's number.
 *
 * @param device the device's number
 * @param sector the first sector
 * @param count how many sectors
 */
public record RegionSpec(int device, long sector, long count) {}
