package io.dmio.fault;

/**
 * When an onset of a fault is over.
 *
 * @param kind how
 * @param nanos with {@link Kind#AFTER}: how long it lasts
 */
public record Ending(Kind kind, long nanos) {

  /** At once: a retry succeeds. */
  public static final Ending AT_ONCE = new Ending(Kind.AT_ONCE, 0);

  /** Never. */
  public static final Ending NEVER = new Ending(Kind.NEVER, 0);

  /** When its sectors are written again. */
  public static final Ending ON_WRITE = new Ending(Kind.ON_WRITE, 0);

  /** After a time. */
  public static Ending after(long nanos) {
    return new Ending(Kind.AFTER, nanos);
  }

  /** The ways in which an onset can end. */
  public enum Kind {
    /** It hits one bio. */
    AT_ONCE,
    /** It stays. */
    NEVER,
    /** A rewrite of a sector heals that sector. */
    ON_WRITE,
    /** It stays for a time. */
    AFTER
  }
}
