package io.dmio.engine;

import io.dmio.block.RequestOp;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which dm-io is simulated. How its engine differs from the others stands in {@link Steps}; what
 * its users may ask for, and what the block layer below does, in its capabilities.
 */
public enum Dialect {
  /** The documented contract of the first API, as of Linux 2.6.20 and 2.6.21. */
  CLASSIC("classic", EnumSet.of(Capability.RESIZED_POOLS, Capability.PLUGGED_QUEUES)),
  /** The engine of Linux 6.1. */
  LINUX_6_1(
      "linux-6.1",
      EnumSet.complementOf(EnumSet.of(Capability.RESIZED_POOLS, Capability.PLUGGED_QUEUES)));

  /** The kernel that is advised, and written into imported scenarios, where classic will not do. */
  public static final Dialect KERNEL = LINUX_6_1;

  private final String text;

  /** Never changes: nobody else has it. */
  @SuppressWarnings("ImmutableEnumChecker") // The JDK has no immutable set with an order.
  private final Set<Capability> capabilities;

  Dialect(String text, Set<Capability> capabilities) {
    this.text = text;
    this.capabilities = capabilities;
  }

  /** The name in scenarios and on the command line. */
  public String text() {
    return text;
  }

  /** Whether it has a capability. */
  public boolean has(Capability capability) {
    return capabilities.contains(capability);
  }

  /** Whether a request may ask for an operation. */
  public boolean knows(RequestOp op) {
    return switch (op) {
      case READ, WRITE -> true;
      case DISCARD -> has(Capability.DISCARD);
      case WRITE_ZEROES -> has(Capability.WRITE_ZEROES);
    };
  }

  /** The dialect whose steps it has where it overrides none; classic itself for classic. */
  public Dialect base() {
    return switch (this) {
      case CLASSIC, LINUX_6_1 -> CLASSIC;
    };
  }

  /** The names of all dialects of which something holds, in their order, such as in a sentence. */
  public static String names(Predicate<Dialect> which) {
    List<String> names = Arrays.stream(values()).filter(which).map(Dialect::text).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** The dialect to turn to for what holds of some: the usual kernel, or the first one. */
  public static Dialect advised(Predicate<Dialect> which) {
    return which.test(KERNEL)
        ? KERNEL
        : Arrays.stream(values()).filter(which).findFirst().orElse(CLASSIC);
  }
}
