package io.dmio.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.function.Predicate;

/** Words that the rules need and ArchUnit does not have. */
final class Conditions {

  private Conditions() {}

  static ArchCondition<JavaClass> resideInAPackageMarkedWith(Class<? extends Annotation> mark) {
    return condition(
        "reside in a package marked with " + mark.getSimpleName(),
        type -> type.getPackage().isAnnotatedWith(mark));
  }

  static ArchCondition<JavaClass> haveAMainMethod() {
    return condition(
        "have a main method",
        type -> type.getMethods().stream().anyMatch(method -> method.getName().equals("main")));
  }

  static DescribedPredicate<JavaAccess<?>> standardStreamsOrExit() {
    return member(System.class, "out|err|in|exit|setOut|setErr|setIn|console")
        .or(member(Runtime.class, ".*"));
  }

  /** An access to, call of or reference to a member of a type. */
  static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String nameRegex) {
    return DescribedPredicate.describe(
        owner.getSimpleName() + "." + nameRegex,
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && nameMatching(nameRegex).test(access.getTarget()));
  }

  private static <T extends HasDescription> ArchCondition<T> condition(
      String text, Predicate<T> holds) {
    return new ArchCondition<>(text) {
      @Override
      public void check(T item, ConditionEvents events) {
        boolean holding = holds.test(item);
        String words = item.getDescription() + ": " + (holding ? "" : "not: ") + text;
        events.add(new SimpleConditionEvent(item, holding, words));
      }
    };
  }
}
