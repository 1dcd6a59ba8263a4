package io.dmio.architecture;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.Set;
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

  static ArchCondition<JavaCodeUnit> call(String text, Predicate<JavaCall<?>> which) {
    return new ArchCondition<>("call " + text) {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        for (JavaCall<?> call : unit.getCallsFromSelf()) {
          events.add(new SimpleConditionEvent(unit, which.test(call), call.getDescription()));
        }
      }
    };
  }

  static ArchCondition<JavaCodeUnit> haveModifier(JavaModifier modifier) {
    return condition("have modifier " + modifier, unit -> unit.getModifiers().contains(modifier));
  }

  static ArchCondition<JavaField> beAnArray() {
    return condition("be an array", field -> field.getRawType().isArray());
  }

  static ArchCondition<JavaMethod> haveNoFloatingPoint() {
    return condition(
        "have no floating point in its signature",
        method ->
            !isFloating(method.getRawReturnType())
                && method.getRawParameterTypes().stream().noneMatch(Conditions::isFloating));
  }

  private static boolean isFloating(JavaClass type) {
    return Set.of("double", "float", "java.lang.Double", "java.lang.Float")
        .contains(type.getBaseComponentType().getName());
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
