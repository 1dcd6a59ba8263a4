package io.dmio.mapper;

import java.util.List;

/**
 * What the host of one boot offers to its targets, found by type. So a target gets what this
 * package does not know: a client of dm-io asks for dm-io and for numbers of its calls.
 */
public final class HostServices {

  private final List<Object> offered;
  private boolean gone;

  private HostServices(List<Object> offered) {
    this.offered = offered;
  }

  /** Offers some objects; of several that have the type that is asked for, the first is found. */
  public static HostServices of(Object... offered) {
    return new HostServices(List.of(offered));
  }

  /**
   * Finds a service.
   *
   * @throws IllegalStateException if the host does not offer it, or has died
   */
  public <T> T find(Class<T> type) {
    if (gone) {
      throw new IllegalStateException("the host that offered a " + type.getSimpleName() + " died");
    }
    for (Object service : offered) {
      if (type.isInstance(service)) {
        return type.cast(service);
      }
    }
    throw new IllegalStateException("the host offers no " + type.getSimpleName());
  }

  /** The host is gone, and its services with it. */
  void drop() {
    gone = true;
  }
}
