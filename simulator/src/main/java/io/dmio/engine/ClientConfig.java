package io.dmio.engine;

/**
 * A client of the engine: its name is the prefix of its pools' names.
 *
 * @param name such as {@code engine} (classic) or {@code main}
 * @param ios elements of the reserve of ios; classic: none, get makes them
 * @param bios elements of the reserve of bios
 */
public record ClientConfig(String name, int ios, int bios) {

  /** Checks that a bio can always be had in the end. */
  public ClientConfig {
    if (ios < 0 || bios <= 0) {
      throw new IllegalArgumentException(name + ": reserves of " + ios + " ios, " + bios + " bios");
    }
  }

  /** The one client of classic. */
  public static ClientConfig classic(int bios) {
    return new ClientConfig("engine", 0, bios);
  }
}
