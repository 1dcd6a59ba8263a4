package io.dmio.sim;

import org.jspecify.annotations.Nullable;

/** What is used again and again; while nobody uses it, it is a link of one {@link Spares}. */
public abstract class Spare {

  /** The one below; means nothing while this is in use. */
  @Nullable Spare next;
}
