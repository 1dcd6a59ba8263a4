package io.dmio.sim;

import java.util.Arrays;

/** A plain binary heap with stored sequence numbers: the twin that judges {@link RadixHeap}. */
public final class BinaryHeap implements EventQueue {

  private long[] times = new long[64];
  private long[] sequences = new long[64];
  private int[] heap = new int[64];
  private long sequence;
  private int size;

  @Override
  public void push(long time, int slot) {
    if (slot >= times.length) {
      int capacity = Math.max(slot + 1, times.length * 2);
      times = Arrays.copyOf(times, capacity);
      sequences = Arrays.copyOf(sequences, capacity);
    }
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    times[slot] = time;
    sequences[slot] = sequence++;
    heap[size] = slot;
    siftUp(size++);
  }

  @Override
  public int pop() {
    if (size == 0) {
      return -1;
    }
    int slot = heap[0];
    heap[0] = heap[--size];
    siftDown();
    return slot;
  }

  @Override
  public long time(int slot) {
    return times[slot];
  }

  private void siftUp(int from) {
    int child = from;
    while (child > 0 && isBefore(heap[child], heap[(child - 1) / 2])) {
      swap(child, (child - 1) / 2);
      child = (child - 1) / 2;
    }
  }

  private void siftDown() {
    int parent = 0;
    while (true) {
      int first = parent;
      for (int child = 2 * parent + 1; child <= 2 * parent + 2 && child < size; child++) {
        if (isBefore(heap[child], heap[first])) {
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
    return times[a] != times[b] ? times[a] < times[b] : sequences[a] < sequences[b];
  }

  private void swap(int a, int b) {
    int slot = heap[a];
    heap[a] = heap[b];
    heap[b] = slot;
  }
}
