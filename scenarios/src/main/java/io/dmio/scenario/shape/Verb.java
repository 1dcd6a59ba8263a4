package io.dmio.scenario.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * A verb: the key that says what an item is, and the keys that belong to it.
 *
 * @param key the verb itself
 * @param own the other keys that an item with this verb may have
 */
public record Verb(Key<?> key, List<Key<?>> own) {

  public Verb {
    own = List.copyOf(own);
  }

  public static Verb of(Key<?> key, Key<?>... own) {
    return new Verb(key, List.of(own));
  }

  /** The verb and its keys. */
  List<Key<?>> all() {
    List<Key<?>> all = new ArrayList<>();
    all.add(key);
    all.addAll(own);
    return all;
  }
}
