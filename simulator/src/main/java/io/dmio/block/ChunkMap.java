package io.dmio.block;

import org.jspecify.annotations.Nullable;

/**
 * A sparse array of chunks, as a tree of rows that is only as high as its largest number needs: a
 * disk of 2 TiB costs nothing until it is touched. The row of the lowest numbers is always at hand.
 *
 * @param <C> what a chunk is
 */
public final class ChunkMap<C> {

  private static final int SHIFT = 12;
  private static final int WIDTH = 1 << SHIFT;

  /** Holds the chunks of the lowest numbers. */
  private @Nullable Object[] first = {};

  /** Holds chunks, or rows if there are levels below. */
  private @Nullable Object[] top = {};

  /** Which bits of a number are its place in the top row: those from here on. */
  private int topShift;

  /** The chunk of a number, or null. */
  @SuppressWarnings("unchecked")
  public @Nullable C get(long number) {
    return number < first.length ? (C) first[(int) number] : further(number);
  }

  @SuppressWarnings("unchecked")
  private @Nullable C further(long number) {
    long place = number >>> topShift;
    if (place >= top.length) {
      return null;
    }
    Object found = top[(int) place];
    for (int shift = topShift - SHIFT; shift >= 0 && found != null; shift -= SHIFT) {
      found = ((@Nullable Object[]) found)[placeOf(number, shift)];
    }
    return (C) found;
  }

  /** Sets a chunk, which may have been there before or not. */
  public void put(long number, C chunk) {
    while (number >>> topShift >= top.length) {
      grow();
    }
    @Nullable Object[] row = top;
    for (int shift = topShift; shift > 0; shift -= SHIFT) {
      row = rowBelow(row, placeOf(number, shift));
    }
    row[placeOf(number, 0)] = chunk;
  }

  private void grow() {
    @Nullable Object[] above = new Object[WIDTH];
    if (top.length == 0) {
      first = above;
    } else {
      above[0] = top;
      topShift += SHIFT;
    }
    top = above;
  }

  private static @Nullable Object[] rowBelow(@Nullable Object[] row, int place) {
    if (row[place] instanceof @Nullable Object[] known) {
      return known;
    }
    @Nullable Object[] made = new Object[WIDTH];
    row[place] = made;
    return made;
  }

  private static int placeOf(long number, int shift) {
    return (int) (number >>> shift) & (WIDTH - 1);
  }

  /** Shows every chunk, by number. */
  public void forEach(Visitor<C> visitor) {
    forEach(top, topShift, 0, visitor);
  }

  @SuppressWarnings("unchecked")
  private void forEach(@Nullable Object[] row, int shift, long first, Visitor<C> visitor) {
    for (int place = 0; place < row.length; place++) {
      Object found = row[place];
      long number = first | (long) place << shift;
      if (found != null && shift == 0) {
        visitor.visit(number, (C) found);
      } else if (found != null) {
        forEach((@Nullable Object[]) found, shift - SHIFT, number, visitor);
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
