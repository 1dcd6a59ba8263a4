package io.dmio.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * The rule that few classes of a package need each other in a circle. Nested classes count as their
 * top-level class.
 */
final class Knots {

  /** The largest circle that needs no reason: a pair, or a small recursive structure. */
  static final int LARGEST = 4;

  private final ModulePlan plan;
  private final List<Found> found = new ArrayList<>();

  /** A circle that is larger than it may be without a reason. */
  private record Found(String packageName, SortedSet<String> members) {

    boolean isMeantBy(Knot knot) {
      return packageName.equals(knot.packageName()) && members.contains(knot.member());
    }
  }

  Knots(ModulePlan plan, JavaClasses classes) {
    this.plan = plan;
    for (String packageName : Uses.ofPackages(classes).keySet()) {
      for (SortedSet<String> circle : Components.circlesOf(Uses.ofClasses(classes, packageName))) {
        if (circle.size() > LARGEST) {
          found.add(new Found(packageName, circle));
        }
      }
    }
  }

  /** Circles that are too large, but for the plan's exceptions. */
  List<String> tooLarge() {
    return found.stream()
        .filter(
            circle ->
                plan.knots().stream()
                    .noneMatch(
                        knot -> circle.isMeantBy(knot) && circle.members().size() <= knot.size()))
        .map(
            circle ->
                "%d classes of %s need each other: %s"
                    .formatted(
                        circle.members().size(), circle.packageName(), words(circle.members())))
        .toList();
  }

  private static String words(Set<String> members) {
    return String.join(" ", members);
  }

  /** Exceptions whose circle is gone, or smaller than they say. */
  List<String> idleExceptions() {
    return plan.knots().stream()
        .filter(
            knot ->
                found.stream()
                    .noneMatch(
                        circle -> circle.isMeantBy(knot) && circle.members().size() >= knot.size()))
        .map(
            knot ->
                "no %d classes of %s with %s need each other any more"
                    .formatted(knot.size(), knot.packageName(), knot.member()))
        .toList();
  }
}
