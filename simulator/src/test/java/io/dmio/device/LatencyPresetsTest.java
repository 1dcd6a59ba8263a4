package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatencyPresetsTest {

  private static final int DRAWS = 100_000;

  @Test
  void presets_areListedWithAWordAboutEach() {
    assertThat(LatencyPresets.names()).containsExactly("hdd-7200", "sata-ssd", "nvme");
    assertThat(LatencyPresets.names())
        .allSatisfy(name -> assertThat(about(name)).hasSizeBetween(20, 90));
  }

  @Test
  void unknownPreset_isRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> LatencyPresets.find("nvm"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nvm")
        .hasMessageContaining("sata-ssd");
  }

  @ParameterizedTest
  @CsvSource({
    "hdd-7200,read,7900,8100", "hdd-7200,write,300,340", "hdd-7200,flush,49000,51000",
    "sata-ssd,read,99,101", "sata-ssd,write,59,61", "sata-ssd,flush,980,1020",
    "nvme,read,69,71", "nvme,write,19,21", "nvme,flush,195,205",
  })
  void median_isAsDocumented(String name, String op, long lowMicros, long highMicros) {
    assertThat(sorted(name, op)[DRAWS / 2]).isBetween(lowMicros * 1000, highMicros * 1000);
  }

  @ParameterizedTest
  @CsvSource({
    "hdd-7200,read,16000,42000",
    "sata-ssd,read,2000,10000",
    "sata-ssd,write,2000,10000",
    "nvme,read,890,3000",
  })
  void p9999_isInTheTail(String name, String op, long lowMicros, long highMicros) {
    assertThat(sorted(name, op)[DRAWS - DRAWS / 10_000])
        .isBetween(lowMicros * 1000, highMicros * 1000);
  }

  // Runs depend on the figures under a name: a changed preset needs a new name.
  @ParameterizedTest
  @CsvSource({"hdd-7200,-1647787755", "sata-ssd,-1516763381", "nvme,-1001827384"})
  void figures_neverChangeUnderAName(String name, int hash) {
    assertThat(LatencyPresets.find(name).toString().hashCode()).isEqualTo(hash);
  }

  private static String about(String name) {
    return LatencyPresets.about(name);
  }

  private static long[] sorted(String name, String op) {
    LatencyProfile profile = LatencyPresets.find(name);
    LatencySampler sampler =
        sampler(
            switch (op) {
              case "read" -> profile.read();
              case "write" -> profile.write();
              default -> profile.flush();
            });
    RandomStream stream = new SeededChoices(1).stream(name + op);
    long[] samples = new long[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      samples[i] = sampler.sample(stream);
    }
    Arrays.sort(samples);
    return samples;
  }

  private static LatencySampler sampler(LatencySpec spec) {
    return LatencySampler.of(spec, new LatencyTables());
  }
}
