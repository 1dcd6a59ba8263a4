package io.dmio.block;

/** Says in words what a sector holds. */
public final class TagWords {

  private static final String OTHER = "other bytes";

  private final CallNames data;

  /**
   * Makes words.
   *
   * @param data how the data of a call is said
   */
  public TagWords(CallNames data) {
    this.data = data;
  }

  /**
   * What a tag stands for: {@code zeroes}, the data of a call, {@code page 3} of those that users'
   * tasks asked for, {@code a pattern}, or {@code other bytes}.
   */
  public String of(long tag) {
    if (tag == Tags.ZERO) {
      return "zeroes";
    }
    if (Tags.isStamp(tag)) {
      return ofWrite(Tags.writeOf(tag));
    }
    return Tags.isPattern(tag) ? "a pattern" : OTHER;
  }

  /** What one write writes by default, by the number in its stamps. */
  public String ofWrite(long write) {
    if (Tags.isPage(write)) {
      return "page " + (write - Tags.FIRST_PAGE);
    }
    return write <= Integer.MAX_VALUE ? data.name((int) write) : OTHER;
  }
}
