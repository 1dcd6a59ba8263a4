package io.dmio.device;

/** Which of the contents that a disk may hold after a power cut it does hold. */
public enum Survival {
  /** What was durable, and nothing else. */
  NONE,
  /** All of it, writes that were being served included. */
  ALL,
  /** Each atomic unit any one of its contents, drawn uniformly. */
  RANDOM,
  /** The first so many of the writes that were not durable, in their order; how many is drawn. */
  PREFIX,
  /** One way after the other: every state that is allowed. */
  EACH
}
