package io.dmio.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.engine.IoRegion;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which devices the calls of a load go to. */
final class LoadDrawsTest {

  /** How often each of the cases is expected. */
  private static final int OFTEN = 500;

  private final TestWorld world = new TestWorld();
  private final RandomStream stream = new SeededChoices(7).stream("load");

  private LoadDraws draws(LoadSpec.Pattern pattern, int copies) {
    Words words = new Words().pattern(pattern).block(8, 8).copies(copies, copies);
    return new LoadDraws(words.spec(), stream, world.devices);
  }

  private static List<Integer> devicesOfNext(LoadDraws draws) {
    List<Integer> devices = new ArrayList<>();
    draws.next();
    for (IoRegion region : draws.regions()) {
      devices.add(region.device().id());
    }
    return devices;
  }

  /** How often it was the turn of some devices after some others. */
  private static Map<String, Integer> turns(LoadDraws draws, int calls) {
    Map<String, Integer> turns = new TreeMap<>();
    List<Integer> before = devicesOfNext(draws);
    for (int i = 0; i < calls; i++) {
      List<Integer> now = devicesOfNext(draws);
      turns.merge(before + " " + now, 1, Integer::sum);
      before = now;
    }
    return turns;
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 6", "3, 6"})
  void randomWrites_goToAnyDevicesInAnyOrder_whereverTheLastOneWent(int copies, int orders) {
    int cases = orders * orders;
    Map<String, Integer> turns = turns(draws(LoadSpec.Pattern.RANDWRITE, copies), OFTEN * cases);

    assertThat(turns).hasSize(cases);
    assertThat(turns.values()).allMatch(count -> Math.abs(count - OFTEN) < OFTEN / 4);
  }

  @ParameterizedTest
  @EnumSource(
      value = LoadSpec.Pattern.class,
      names = {"READ", "RANDREAD"})
  void reads_goToAnyOneDevice(LoadSpec.Pattern pattern) {
    Map<String, Integer> turns = turns(draws(pattern, 3), OFTEN * 9);

    assertThat(turns).hasSize(9);
    assertThat(turns.values()).allMatch(count -> Math.abs(count - OFTEN) < OFTEN / 4);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2"})
  void devices_areDrawnOnlyWhereThereIsAChoice(int copies, int drawn) {
    LoadDraws draws = draws(LoadSpec.Pattern.RANDWRITE, copies);
    draws.next();
    long before = stream.draws();
    draws.next();

    long place = 1;
    assertThat(stream.draws() - before).isEqualTo(place + drawn);
  }

  @Test
  void sequentialWrites_keepTheOrderThatWasGiven() {
    LoadDraws draws = draws(LoadSpec.Pattern.WRITE, 2);
    for (int i = 0; i < 10; i++) {
      assertThat(devicesOfNext(draws)).containsExactly(0, 1);
    }
  }
}
