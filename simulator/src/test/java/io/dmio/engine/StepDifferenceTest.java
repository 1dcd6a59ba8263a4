package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StepDifferenceTest {

  @Test
  void words_areThereForExactlyTheStepsThatDiffer() {
    List<String> overridden =
        Arrays.stream(LinuxSteps.class.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && overrides(method))
            .map(Method::getName)
            .toList();
    assertThat(overridden).isNotEmpty();
    assertThat(StepDifference.all().stream().map(StepDifference::step))
        .containsExactlyInAnyOrderElementsOf(overridden);
  }

  @Test
  void words_areDifferent() {
    assertThat(StepDifference.all())
        .allSatisfy(
            difference -> {
              assertThat(difference.classic()).isNotBlank();
              assertThat(difference.linux()).isNotBlank().isNotEqualTo(difference.classic());
            });
  }

  private static boolean overrides(Method method) {
    return Arrays.stream(Steps.class.getDeclaredMethods())
        .anyMatch(
            of ->
                of.getName().equals(method.getName())
                    && Arrays.equals(of.getParameterTypes(), method.getParameterTypes()));
  }
}
