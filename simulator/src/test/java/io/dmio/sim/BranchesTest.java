package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BranchesTest {

  @Test
  void everyWay_isTakenOnce_theLastChoiceTurningFastest() {
    Branches branches = new Branches();
    List<String> ways = new ArrayList<>();
    do {
      long first = branches.choose(2);
      long second = first == 0 ? branches.choose(3) : branches.choose(1);
      ways.add(first + "" + second);
    } while (branches.next());
    assertThat(ways).containsExactly("00", "01", "02", "10");
  }

  @Test
  void sameWay_goesThatWayAgain_beforeAndAfterItWasGone() {
    Branches branches = new Branches();
    branches.choose(2);
    branches.choose(3);
    branches.next();
    Branches before = branches.sameWay();
    branches.choose(2);
    branches.choose(3);
    Branches after = branches.sameWay();
    branches.next();
    for (Branches same : List.of(before, after)) {
      assertThat(same.choose(2)).isZero();
      assertThat(same.choose(3)).isEqualTo(1);
    }
  }

  @Test
  void runWithoutChoices_isOneWay() {
    assertThat(new Branches().next()).isFalse();
  }

  @Test
  void deepWays_areCounted() {
    Branches branches = new Branches();
    int ways = 0;
    do {
      for (int i = 0; i < 12; i++) {
        branches.choose(2);
      }
      ways++;
    } while (branches.next());
    assertThat(ways).isEqualTo(1 << 12);
  }

  @Test
  void choiceThatDependsOnSomethingElse_isRefused() {
    Branches branches = new Branches();
    branches.choose(2);
    branches.next();
    assertThatThrownBy(() -> branches.choose(3)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> branches.choose(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
