package io.dmio.engine;

import java.util.List;

/**
 * A step in which the dialects differ, in words. There is one for every method of {@link Steps}
 * that {@link LinuxSteps} overrides; a page of the reference is made of them.
 *
 * @param step the method's name
 * @param classic what the dialect classic does
 * @param linux what the dialect linux-6.1 does
 */
public record StepDifference(String step, String classic, String linux) {

  /** All of them, in the order of {@link Steps}. */
  public static List<StepDifference> all() {
    return List.of(
        new StepDifference(
            "refuse",
            "a call before any get, of more than 64 regions, or that reads several regions",
            "the same, and memory of a type that it does not know, which is looked at before the"
                + " rule on reads; there is no get, so a call without a pool is one whose client"
                + " could not be made"),
        new StepDifference(
            "countsPages",
            "get and put make, resize and destroy the reserve of ios",
            "get and put do nothing: a client's reserves have a fixed size"),
        new StepDifference(
            "poolsSyncIo",
            "a sync call has its io on its own stack, and takes none from the pool",
            "every call takes its io from the client's pool, and may have to wait for it"),
        new StepDifference(
            "interruptible",
            "a sync caller with a signal pending gets EINTR, without error bits",
            "a sync caller waits whatever comes"),
        new StepDifference(
            "dispatches",
            "a region of no sectors gets no bio",
            "a region of no sectors gets an empty bio if the call carries preflush: a flush"),
        new StepDifference(
            "slots",
            "an array for a vector a page and two more, of 1, 4, 16, 64, 128 or 256 vectors",
            "an array for a vector a page, of 4, 16, 64, 128 or 256 vectors; none for a bio without"
                + " data"),
        new StepDifference(
            "capacity",
            "all vectors but the last, which is hidden: at most 255 in a bio",
            "all vectors: at most 256 in a bio"),
        new StepDifference(
            "storeRegion",
            "the number of a bio's region is kept in its hidden last vector",
            "it is kept beside the vectors"),
        new StepDifference(
            "regionOf",
            "the region of an ended bio is read from its hidden last vector",
            "it is read from beside the vectors"),
        new StepDifference(
            "merges",
            "a piece of memory that continues the last vector is merged into it within a page",
            "physically contiguous memory is merged across pages, and even into a full bio"),
        new StepDifference(
            "allows",
            "a bio ends where the queue's limits of sectors or segments would be passed",
            "the queue's limits are not looked at: what is too large is cut below, by the block"
                + " layer"));
  }
}
