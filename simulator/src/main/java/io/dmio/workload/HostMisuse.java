package io.dmio.workload;

/** A user's task has called its host wrongly; the call had no effect. */
final class HostMisuse extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  HostMisuse(String message) {
    super(message);
  }
}
