package io.dmio.workload;

/** What a write's buffer holds. */
public sealed interface DataSpec {

  /** A pattern of its own, unlike that of any other call. */
  DataSpec OWN = new Own();

  /** A pattern of its own. */
  record Own() implements DataSpec {}

  /**
   * A numbered pattern, from its first sector on.
   *
   * @param number of the pattern
   */
  record Pattern(int number) implements DataSpec {}

  /**
   * What an earlier read has read.
   *
   * @param call the read's name
   */
  record OfRead(String call) implements DataSpec {}
}
