package io.dmio.sim;

import java.util.Arrays;
import java.util.NoSuchElementException;

/** A plain binary heap with stored sequence numbers: the twin that judges {@link RadixHeap}. */
public final class BinaryHeap implements EventQueue {

  private Event[] heap = new Event[64];
  private long[] sequences = new long[64];
  private long sequence;
  private int size;

  @Override
  public void push(long time, Event event) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
      sequences = Arrays.copyOf(sequences, size * 2);
    }
    event.time = time;
    heap[size] = event;
    sequences[size] = sequence++;
    siftUp(size++);
  }

  @Override
  public Event pop() {
    if (size == 0) {
      throw new NoSuchElementException("no event is in the queue");
    }
    Event event = heap[0];
    swap(0, --size);
    siftDown();
    return event;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long peekTime() {
    return size == 0 ? Long.MAX_VALUE : heap[0].time;
  }

  @Override
  public void clear() {
    size = 0;
    sequence = 0;
  }

  private void siftUp(int from) {
    int child = from;
    while (child > 0 && isBefore(child, (child - 1) / 2)) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void siftDown() {
    int parent = 0;
    while (true) {
      int first = parent;
      for (int child = 2 * parent + 1; child <= 2 * parent + 2 && child < size; child++) {
        if (isBefore(child, first)) {
          first = child;
        }
      }
      if (first == parent) {
        return;
      }
      swap(parent, first);
      parent = first;
    }
  }

  private boolean isBefore(int a, int b) {
    long time = heap[a].time;
    return time != heap[b].time ? time < heap[b].time : sequences[a] < sequences[b];
  }

  private void swap(int a, int b) {
    Event event = heap[a];
    heap[a] = heap[b];
    heap[b] = event;
    long number = sequences[a];
    sequences[a] = sequences[b];
    sequences[b] = number;
  }
}
