package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StepDifferenceTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLASSIC")
  void words_areThereForExactlyTheStepsThatADialectOverrides(Dialect dialect) {
    List<String> overridden =
        Arrays.stream(Steps.of(dialect).getClass().getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && overrides(method))
            .map(Method::getName)
            .toList();
    assertThat(overridden).isNotEmpty();
    assertThat(StepDifference.all().stream().filter(step -> step.own(dialect).isPresent()))
        .extracting(StepDifference::step)
        .containsExactlyInAnyOrderElementsOf(overridden);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CLASSIC")
  void words_areOtherThanThoseOfTheBase(Dialect dialect) {
    assertThat(StepDifference.all())
        .allSatisfy(
            step -> {
              assertThat(step.in(Dialect.CLASSIC)).isNotBlank();
              assertThat(step.own(dialect).stream())
                  .allSatisfy(
                      own -> assertThat(own).isNotBlank().isNotEqualTo(step.in(dialect.base())));
            });
  }

  @ParameterizedTest
  @EnumSource
  void base_isTheDialectWhoseStepsAreOverridden(Dialect dialect) {
    Class<?> steps = Steps.of(dialect).getClass();
    Class<?> base = dialect == Dialect.CLASSIC ? steps : steps.getSuperclass();
    assertThat(Steps.of(dialect.base()).getClass()).isEqualTo(base);
  }

  private static boolean overrides(Method method) {
    return Arrays.stream(Steps.class.getDeclaredMethods())
        .anyMatch(
            of ->
                of.getName().equals(method.getName())
                    && Arrays.equals(of.getParameterTypes(), method.getParameterTypes()));
  }
}
