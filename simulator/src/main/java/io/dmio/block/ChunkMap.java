package io.dmio.block;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sparse array of chunks in two levels, so that a disk of 2 TiB costs nothing until it is
 * touched.
 *
 * @param <C> what a chunk is
 */
public final class ChunkMap<C> {

  private static final int SHIFT = 12;
  private static final int WIDTH = 1 << SHIFT;

  private @Nullable Object[] @Nullable [] directory = new Object[16][];

  /** The chunk of a number, or null. */
  @SuppressWarnings("unchecked")
  public @Nullable C get(long number) {
    long high = number >>> SHIFT;
    @Nullable Object @Nullable [] row = high < directory.length ? directory[(int) high] : null;
    return row == null ? null : (C) row[(int) number & (WIDTH - 1)];
  }

  /** Sets a chunk that was null. */
  public void put(long number, C chunk) {
    int high = Math.toIntExact(number >>> SHIFT);
    if (high >= directory.length) {
      directory = Arrays.copyOf(directory, Math.max(high + 1, directory.length * 2));
    }
    @Nullable Object @Nullable [] row = directory[high];
    if (row == null) {
      row = new Object[WIDTH];
      directory[high] = row;
    }
    row[(int) number & (WIDTH - 1)] = chunk;
  }

  /** Shows every chunk, by number. */
  @SuppressWarnings("unchecked")
  public void forEach(Visitor<C> visitor) {
    for (int high = 0; high < directory.length; high++) {
      @Nullable Object @Nullable [] row = directory[high];
      for (int low = 0; row != null && low < WIDTH; low++) {
        Object chunk = row[low];
        if (chunk != null) {
          visitor.visit((long) high << SHIFT | low, (C) chunk);
        }
      }
    }
  }

  /** Sees one chunk. */
  @FunctionalInterface
  public interface Visitor<C> {

    /** Sees a chunk and its number. */
    void visit(long number, C chunk);
  }
}
