package io.dmio.engine;

/** Which dm-io is simulated. */
public enum Dialect {
  /** The documented contract of the first API, as of Linux 2.6.20 and 2.6.21. */
  CLASSIC("classic"),
  /** The engine of Linux 6.1. */
  LINUX_6_1("linux-6.1");

  private final String text;

  Dialect(String text) {
    this.text = text;
  }

  /** The name in scenarios and on the command line. */
  public String text() {
    return text;
  }
}
