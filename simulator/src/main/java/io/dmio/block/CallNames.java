package io.dmio.block;

/** Names of calls by their numbers, as bios carry them. */
@FunctionalInterface
public interface CallNames {

  /** The name of a call, such as {@code w} or {@code writer.2}. */
  String name(int call);
}
