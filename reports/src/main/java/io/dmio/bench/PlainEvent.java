package io.dmio.bench;

/**
 * An event as one writes it without thinking about it. All plain programs share it, since a {@link
 * java.util.PriorityQueue} that has seen events of two classes is a fifth slower.
 *
 * @param time when it is
 * @param number how many came before
 * @param what it is about
 * @param <T> what events are about
 */
record PlainEvent<T>(long time, long number, T what) implements Comparable<PlainEvent<T>> {

  @Override
  public int compareTo(PlainEvent<T> other) {
    int byTime = Long.compare(time, other.time);
    return byTime != 0 ? byTime : Long.compare(number, other.number);
  }
}
