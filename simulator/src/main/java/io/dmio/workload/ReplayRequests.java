package io.dmio.workload;

import io.dmio.block.RequestOp;
import java.util.Arrays;
import java.util.List;

/**
 * The requests of a replay in the order in which they are made, a few numbers each. Equal if they
 * ask for the same.
 *
 * <p>A write of no sectors is a flush.
 */
public final class ReplayRequests {

  private static final RequestOp[] OPS = RequestOp.values();

  private final List<List<Integer>> groups;
  private final long[] nanos;
  private final byte[] ops;
  private final int[] group;
  private final long[] sector;
  private final int[] sectors;

  private ReplayRequests(Builder builder) {
    int count = builder.count;
    groups = builder.groups;
    nanos = Arrays.copyOf(builder.nanos, count);
    ops = Arrays.copyOf(builder.ops, count);
    group = Arrays.copyOf(builder.group, count);
    sector = Arrays.copyOf(builder.sector, count);
    sectors = Arrays.copyOf(builder.sectors, count);
  }

  /** Collects requests; times must not descend. */
  public static final class Builder {

    private final List<List<Integer>> groups;
    private long[] nanos = new long[64];
    private byte[] ops = new byte[64];
    private int[] group = new int[64];
    private long[] sector = new long[64];
    private int[] sectors = new int[64];
    private int count;

    /**
     * Without requests.
     *
     * @param groups numbers of devices: a write goes to all of a group, a read to the first
     */
    public Builder(List<List<Integer>> groups) {
      this.groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * Adds a request.
     *
     * @param dueNanos its time, from the start of the replay; it is not made before
     * @param op what it does
     * @param devices the number of a group
     * @param first its first sector
     * @param length how many sectors; 0 for a flush
     */
    public void add(long dueNanos, RequestOp op, int devices, long first, int length) {
      if (dueNanos < (count == 0 ? 0 : nanos[count - 1])) {
        throw new IllegalArgumentException("times descend at request " + count);
      }
      if (count == nanos.length) {
        grow(count * 2);
      }
      nanos[count] = dueNanos;
      ops[count] = (byte) op.ordinal();
      group[count] = devices;
      sector[count] = first;
      sectors[count++] = length;
    }

    /** How many there are. */
    public int count() {
      return count;
    }

    /** The requests so far. */
    public ReplayRequests build() {
      return new ReplayRequests(this);
    }

    private void grow(int size) {
      nanos = Arrays.copyOf(nanos, size);
      ops = Arrays.copyOf(ops, size);
      group = Arrays.copyOf(group, size);
      sector = Arrays.copyOf(sector, size);
      sectors = Arrays.copyOf(sectors, size);
    }
  }

  /** How many there are. */
  public int count() {
    return nanos.length;
  }

  /** The time of a request, from the start of the replay; it is not made before. */
  public long nanos(int request) {
    return nanos[request];
  }

  /** What it does. */
  public RequestOp op(int request) {
    return OPS[ops[request]];
  }

  /** Numbers of devices: a write goes to all of them, a read to the first. */
  public List<Integer> devices(int request) {
    return groups.get(group[request]);
  }

  /** Its first sector. */
  public long sector(int request) {
    return sector[request];
  }

  /** How many sectors; 0 for a flush. */
  public int sectors(int request) {
    return sectors[request];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReplayRequests requests
        && groups.equals(requests.groups)
        && Arrays.equals(nanos, requests.nanos)
        && Arrays.equals(ops, requests.ops)
        && Arrays.equals(group, requests.group)
        && Arrays.equals(sector, requests.sector)
        && Arrays.equals(sectors, requests.sectors);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nanos) * 31 + Arrays.hashCode(sector);
  }

  @Override
  public String toString() {
    return nanos.length + " requests";
  }
}
