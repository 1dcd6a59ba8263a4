package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.formats.MalformedTraceException;
import io.dmio.mutants.Mutants;
import io.dmio.mutants.Mutator;
import io.dmio.scenario.change.Change;
import io.dmio.scenario.imports.Imported;
import io.dmio.scenario.imports.TraceImport;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.Testbed;
import io.dmio.testbed.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Spoiled traces and job files: each is refused with its line or offset, or becomes a scenario that
 * runs.
 */
final class TraceMutantsTest {

  private static final int MUTANTS = 700;
  private static final String COLUMNS =
      "{ time: 1, time-unit: 100ns, device: 2, op: 3, offset: 4, size: 5 }";
  private static final List<Change> SHORT = List.of(Change.set("--set", "limits.events=1000"));

  @TempDir Path folder;

  /** A kind of trace, with a sample of it. */
  enum Sample {
    IOLOG(
        "iolog",
        """
        fio version 3 iolog
        1 /dev/sda add
        1 /dev/sda open
        1 /dev/sda write 4096 8192
        101 /dev/sda read 0 512
        201 /dev/sda trim 8192 4096
        250 /dev/sda sync 0 0
        301 /dev/sda write 1048064 512
        302 /dev/sda close
        """),
    IOLOG_2(
        "iolog",
        """
        fio version 2 iolog
        /dev/sda add
        /dev/sda open
        /dev/sda write 4096 8192
        /dev/sda wait 100
        /dev/sda read 0 512
        /dev/sda datasync 0 0
        /dev/sda close
        """),
    BLKPARSE(
        "blkparse",
        """
          8,0    0        1     0.000000000   100  Q   R 2048 + 8 [fio]
          8,0    0        2     0.000001000   100  G   R 2048 + 8 [fio]
          8,0    1        3     0.000100000   100  Q  WS 4096 + 16 [fio]
          8,16   1        4     0.000200500   101  Q FWFS 0 + 0 [kworker]
          8,16   1        5     0.000300000   101  Q   D 64 + 128 [fio]
          8,0    0        6     0.000400000     0  C   R 2048 + 8 [0]
        CPU0 (8,0):
         Reads Queued:           2,        8KiB  Writes Queued:           1,        8KiB
        """),
    CSV(
        "csv",
        """
        128166372003061629,disk0,Read,4096,8192
        128166372003061729,disk1,Write,0,512
        128166372003062629,disk0,Write,1048576,4096
        128166372003063629,disk0,flush,0,0
        """),
    FIO(
        "fio",
        """
        ; a comment
        [global]
        bs=4k
        iodepth=4
        size=1m
        direct=1

        [reader]
        rw=randread
        number_ios=20
        rwmixread=30
        filename=/dev/sda

        [writer]
        stonewall
        rw=write
        bsrange=4k-16k
        offset=64k
        io_size=256k
        loops=2
        filename=/dev/sdb:/dev/sdc
        """);

    private final String kind;
    private final String text;

    Sample(String kind, String text) {
      this.kind = kind;
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyMutant_isRefused_orBecomesAScenarioThatRuns(Sample sample) {
    List<String> texts = new ArrayList<>();
    for (Sample other : Sample.values()) {
      texts.add(other.text);
    }
    Mutator mutator = new Mutator(texts);
    Mutants.tryAll(
        MUTANTS,
        random -> {
          String text = mutator.mutate(sample.text, random);
          tryOne(text.getBytes(StandardCharsets.UTF_8), sample.kind, text);
        });
  }

  @Test
  void everyMutantOfBlktrace_isRefused_orBecomesAScenarioThatRuns() throws Exception {
    byte[] sample = io.dmio.formats.BlktraceSamples.sample();
    Mutants.tryAll(
        MUTANTS,
        random -> {
          byte[] bytes = spoiled(sample, random);
          tryOne(bytes, "blktrace", "bytes");
        });
  }

  /** Some of its bytes are others, or it is cut off. */
  private static byte[] spoiled(byte[] sample, Random random) {
    byte[] bytes = sample.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    boolean whole = random.nextInt(4) > 0;
    return whole ? bytes : java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
  }

  private void tryOne(byte[] trace, String kind, String text) throws IOException {
    Path file = folder.resolve("trace");
    Path target = folder.resolve("mutant.yaml");
    Files.write(file, trace);
    try {
      String columns = kind.equals("csv") ? COLUMNS : null;
      Imported imported = TraceImport.read(file, kind, columns, target);
      Files.writeString(target, imported.text());
      ScenarioSource source = ScenarioSource.file(target, "mutant.yaml");
      try (Scenario scenario = Scenarios.read(source, SHORT)) {
        assertThat(Testbed.run(scenario.world(), RunOptions.PLAIN).verdict())
            .as(text)
            .isNotEqualTo(Verdict.CRASHED);
      }
    } catch (MalformedTraceException | IllegalArgumentException refused) {
      assertThat(refused.getMessage()).as(text).isNotBlank();
      assertThat(refused.getClass())
          .as(text)
          .isIn(MalformedTraceException.class, IllegalArgumentException.class);
    } catch (ScenarioException | RuntimeException defect) {
      throw new IllegalStateException(defect + "\n" + text, defect);
    }
  }
}
