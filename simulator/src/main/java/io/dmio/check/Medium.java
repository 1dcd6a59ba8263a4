package io.dmio.check;

import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;

/**
 * A device that is checked.
 *
 * @param name its name
 * @param contents what it holds
 * @param initial what it held at the start
 * @param cached whether it announces a volatile cache
 */
public record Medium(String name, SectorStore contents, SectorContent initial, boolean cached) {}
