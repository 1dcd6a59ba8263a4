package io.dmio.block;

/** Hears that a bio has ended. */
@FunctionalInterface
public interface EndBio {

  /** The bio has ended with {@link Bio#status()}; whoever implements this owns it again. */
  void ended(Bio bio);
}
