package io.dmio.workload;

/** A task's call of its host that has no meaning; nothing has happened. */
final class HostMisuse extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  HostMisuse(String message) {
    super(message);
  }
}
