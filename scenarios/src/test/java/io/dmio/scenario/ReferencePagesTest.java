package io.dmio.scenario;

import io.dmio.block.BlockStatus;
import io.dmio.check.Check;
import io.dmio.check.Comparison;
import io.dmio.device.LatencyPresets;
import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.device.LatencySpec.Fixed;
import io.dmio.device.LatencySpec.Lognormal;
import io.dmio.device.LatencySpec.Mixture;
import io.dmio.device.LatencySpec.Uniform;
import io.dmio.engine.Refusal;
import io.dmio.mapper.TargetKind;
import io.dmio.scenario.Catalogue.Item;
import io.dmio.scenario.fault.FaultVerbs;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Units;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of the reference say what the code says. */
final class ReferencePagesTest {

  @Test
  void scenarioKeys_areThoseOfTheReader() throws IOException {
    KeyPage page = new KeyPage("faults.md", List.of("fault"));
    GeneratedPart.check("scenario-keys.md", "keys", page.write(Language.ROOT));
  }

  @Test
  void faults_areThoseOfTheReader() throws IOException {
    GeneratedPart.check("faults.md", "kinds", items(Catalogue.faults()));
    KeyPage page = new KeyPage("scenario-keys.md", List.of());
    GeneratedPart.check("faults.md", "keys", page.write(FaultVerbs.FAULT));
    String rows =
        Arrays.stream(BlockStatus.values())
            .filter(status -> status != BlockStatus.OK)
            .map(status -> "| `" + status + "` | `" + status.errno() + "` |\n")
            .collect(Collectors.joining());
    GeneratedPart.check("faults.md", "statuses", "| status | errno |\n|---|---|\n" + rows);
  }

  @Test
  void checks_areThoseThatRun() throws IOException {
    GeneratedPart.check("checks.md", "checks", items(Catalogue.checks()));
    String rows =
        Arrays.stream(Refusal.values())
            .map(refusal -> "| `" + refusal.text() + "` | `" + refusal.errno() + "` |\n")
            .collect(Collectors.joining());
    GeneratedPart.check("checks.md", "refusals", "| rule | returns |\n|---|---|\n" + rows);
  }

  @Test
  void counts_areThoseOfTheChecks() throws IOException {
    GeneratedPart.check("checks.md", "counts", items(Catalogue.counts()));
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Check check : Check.values()) {
      List<Comparison> own = Comparison.of(check);
      if (!own.isEmpty()) {
        String names = own.stream().map(Comparison::text).collect(Collectors.joining("`, `"));
        fields.computeIfAbsent(check.text(), name -> new ArrayList<>()).add("has `" + names + "`");
      }
    }
    for (Comparison what : Comparison.all()) {
      String meaning = "of `" + what.check().text() + "`: " + what.about();
      fields.computeIfAbsent(what.text(), name -> new ArrayList<>()).add(meaning);
    }
    StringBuilder rows = new StringBuilder("| field | value |\n|---|---|\n");
    fields.forEach(
        (name, meanings) ->
            rows.append("| `" + name + "` | " + String.join("; ", meanings) + " |\n"));
    GeneratedPart.check("json.md", "compared", rows.toString());
  }

  @Test
  void presets_haveTheFiguresOfTheCode() throws IOException {
    StringBuilder text = new StringBuilder(items(Catalogue.presets()));
    for (String name : LatencyPresets.names()) {
      LatencyProfile profile = LatencyPresets.find(name);
      text.append("\n## ").append(name).append("\n\n| of | latency |\n|---|---|\n");
      text.append("| reads | ").append(words(profile.read())).append(" |\n");
      text.append("| writes | ").append(words(profile.write())).append(" |\n");
      text.append("| flushes | ").append(words(profile.flush())).append(" |\n");
    }
    GeneratedPart.check("presets.md", "presets", text.toString());
  }

  @Test
  void bounds_areThoseOfTheReader() throws IOException {
    String rows =
        String.join(
            "",
            "| what | at most |\n|---|---|\n",
            bound("a time, wherever one is written", Units.TIME.write(Bounds.NANOS)),
            bound("a size or any other number of bytes", Units.BYTES.write(Bounds.BYTES)),
            bound("sectors of a device", Bounds.DEVICE_SECTORS),
            bound("a sector that is spoken of, be it past the end", Bounds.SECTOR),
            bound("sectors of one region (1GiB)", Bounds.REGION_SECTORS),
            bound("pages of one buffer or vector (1GiB)", Bounds.BUFFER_PAGES),
            bound("pages of one get or put", Bounds.PAGES),
            bound("elements of the reserve of a client", Bounds.ELEMENTS),
            bound("iodepth of a load or replay", Bounds.IODEPTH),
            bound("events, calls, bios, matches and onsets, also those expected", Bounds.COUNT),
            bound("sectors of a limit of a queue", Bounds.QUEUE_SECTORS),
            bound("steps of all tasks, those of every instance counted", Bounds.STEPS),
            bound("parts of a mixture of latencies", Bounds.PARTS),
            bound("tables that stand on each other", Bounds.STACK));
    GeneratedPart.check("limits.md", "bounds", rows);
  }

  private static String bound(String what, long most) {
    return bound(what, Long.toString(most));
  }

  private static String bound(String what, String most) {
    return "| " + what + " | " + most + " |\n";
  }

  @Test
  void targets_areThoseOfTables() throws IOException {
    String rows =
        Arrays.stream(TargetKind.values())
            .map(ReferencePagesTest::row)
            .collect(
                Collectors.joining(
                    "", "| target | arguments | what it does |\n|---|---|---|\n", ""));
    GeneratedPart.check("targets.md", "targets", rows);
  }

  private static String row(TargetKind target) {
    String arguments = target.arguments();
    return "| `"
        + target.text()
        + "` | "
        + (arguments.isEmpty() ? "none" : "`" + arguments + "`")
        + " | "
        + target.about().replace("|", "\\|")
        + " |\n";
  }

  private static String items(List<Item> items) {
    return items.stream()
        .map(item -> "| `" + item.name() + "` | " + item.about() + " |\n")
        .collect(Collectors.joining("", "| name | meaning |\n|---|---|\n", ""));
  }

  private static String words(LatencySpec spec) {
    if (spec instanceof Fixed fixed) {
      return time(fixed.nanos());
    } else if (spec instanceof Uniform uniform) {
      return "evenly from " + time(uniform.lowNanos()) + " to " + time(uniform.highNanos());
    } else if (spec instanceof Lognormal log) {
      return "lognormal, median " + time(log.medianNanos()) + ", p99 " + time(log.p99Nanos());
    }
    return ((Mixture) spec)
        .parts().stream()
            .map(part -> percent(part) + ": " + words(part.latency()))
            .collect(Collectors.joining("; "));
  }

  /** The threshold is a fraction of 2^64, rounded down. */
  private static String percent(LatencySpec.Part part) {
    BigDecimal threshold = new BigDecimal(Long.toUnsignedString(part.weight().threshold()));
    return threshold
            .scaleByPowerOfTen(2)
            .divide(BigDecimal.valueOf(2).pow(Long.SIZE), 3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  private static String time(long nanos) {
    if (nanos % 1_000_000 == 0) {
      return nanos / 1_000_000 + "ms";
    }
    return nanos % 1_000 == 0 ? nanos / 1_000 + "us" : nanos + "ns";
  }
}
