package io.dmio.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A step in which dialects differ, in words. There is one for every method of {@link Steps} that
 * any of its dialects overrides; a page of the reference is made of them.
 */
public final class StepDifference {

  private final String step;
  private final Map<Dialect, String> texts = new EnumMap<>(Dialect.class);

  private StepDifference(String step, String classic) {
    this.step = step;
    texts.put(Dialect.CLASSIC, classic);
  }

  /** The method's name. */
  public String step() {
    return step;
  }

  /** What a dialect does; one that overrides nothing here does as its base. */
  public String in(Dialect dialect) {
    String own = texts.get(dialect);
    return own == null ? in(dialect.base()) : own;
  }

  /** What a dialect does otherwise than its base, if it does. */
  public Optional<String> own(Dialect dialect) {
    return Optional.ofNullable(texts.get(dialect));
  }

  /** All of them, in the order of {@link Steps}. */
  public static List<StepDifference> all() {
    return List.of(
        step(
                "refuse",
                "a call before any get, of more than 64 regions, or that reads several regions")
            .but(
                Dialect.LINUX_6_1,
                "the same, and memory of a type that it does not know, which is looked at before the"
                    + " rule on reads; there is no get, so a call without a pool is one whose client"
                    + " could not be made"),
        step("countsPages", "get and put make, resize and destroy the reserve of ios")
            .but(
                Dialect.LINUX_6_1, "get and put do nothing: a client's reserves have a fixed size"),
        step("poolsSyncIo", "a sync call has its io on its own stack, and takes none from the pool")
            .but(
                Dialect.LINUX_6_1,
                "every call takes its io from the client's pool, and may have to wait for it"),
        step("interruptible", "a sync caller with a signal pending gets EINTR, without error bits")
            .but(Dialect.LINUX_6_1, "a sync caller waits whatever comes"),
        step("dispatches", "a region of no sectors gets no bio")
            .but(
                Dialect.LINUX_6_1,
                "a region of no sectors gets an empty bio if the call carries preflush: a flush"),
        step(
                "slots",
                "an array for a vector a page and two more, of 1, 4, 16, 64, 128 or 256 vectors")
            .but(
                Dialect.LINUX_6_1,
                "an array for a vector a page, of 4, 16, 64, 128 or 256 vectors; none for a bio without"
                    + " data"),
        step("capacity", "all vectors but the last, which is hidden: at most 255 in a bio")
            .but(Dialect.LINUX_6_1, "all vectors: at most 256 in a bio"),
        step("storeRegion", "the number of a bio's region is kept in its hidden last vector")
            .but(Dialect.LINUX_6_1, "it is kept beside the vectors"),
        step("regionOf", "the region of an ended bio is read from its hidden last vector")
            .but(Dialect.LINUX_6_1, "it is read from beside the vectors"),
        step(
                "merges",
                "a piece of memory that continues the last vector is merged into it within a page")
            .but(
                Dialect.LINUX_6_1,
                "physically contiguous memory is merged across pages, and even into a full bio"),
        step("allows", "a bio ends where the queue's limits of sectors or segments would be passed")
            .but(
                Dialect.LINUX_6_1,
                "the queue's limits are not looked at: what is too large is cut below, by the block"
                    + " layer"));
  }

  private static StepDifference step(String name, String classic) {
    return new StepDifference(name, classic);
  }

  private StepDifference but(Dialect dialect, String does) {
    texts.put(dialect, does);
    return this;
  }
}
