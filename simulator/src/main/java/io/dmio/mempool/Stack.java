package io.dmio.mempool;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Elements, last in, first out. One that was taken stays referenced until another takes its place:
 * they live as long as their pool.
 *
 * @param <E> what an element is
 */
final class Stack<E> {

  private @Nullable Object[] elements = new Object[16];
  private int size;

  /** How many there are. */
  int size() {
    return size;
  }

  /** Puts an element on top. */
  void push(E element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, size * 2);
    }
    elements[size++] = element;
  }

  /** Takes the element on top; null if there is none. */
  @Nullable E pop() {
    return size == 0 ? null : remove();
  }

  /** Moves all but the lowest few to another, the top first. */
  void moveTo(Stack<E> other, int kept) {
    while (size > kept) {
      other.push(remove());
    }
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // below the size is what push has put there
  private E remove() {
    return (E) elements[--size];
  }
}
