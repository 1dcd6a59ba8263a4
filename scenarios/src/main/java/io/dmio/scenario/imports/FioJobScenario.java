package io.dmio.scenario.imports;

import io.dmio.engine.Dialect;
import io.dmio.formats.FioJobFile;
import io.dmio.formats.FioJobFile.Job;
import io.dmio.formats.FioJobFile.Option;
import io.dmio.formats.MalformedTraceException;
import io.dmio.scenario.change.TextEdits;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.Units;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes a scenario with loads of a job file of fio. */
final class FioJobScenario {

  private static final long MEBIBYTE = 1L << 20;

  private static final long MOST_OWN_FILES = 64;

  private final NewNames taskNames = new NewNames("job");
  private final NewNames deviceNames = new NewNames("d");
  private final List<Planned> plans = new ArrayList<>();
  private final Map<String, Long> devices = new TreeMap<>();
  private final Map<String, Long> writers = new TreeMap<>();
  private final List<String> summary = new ArrayList<>();

  private FioJobScenario() {}

  /** A job, or one of its clones. */
  private record Planned(Job job, FioLoad load, String task, List<String> on, long instances) {}

  /** The text of the scenario, and what there is to tell. */
  static Imported of(FioJobFile file, String name, String spelling) throws MalformedTraceException {
    FioJobScenario scenario = new FioJobScenario();
    int jobs = file.jobs().size();
    scenario.summary.add("fio job file, " + jobs + (jobs == 1 ? " job" : " jobs"));
    Map<String, Integer> times = new TreeMap<>();
    for (Job job : file.jobs()) {
      int time = times.merge(job.name(), 1, Integer::sum);
      scenario.plan(job, time == 1 ? job.name() : job.name() + "-" + time);
    }
    String text = scenario.text(name, spelling);
    for (Option option : file.options()) {
      if (!FioLoad.WORDS.contains(option.word())) {
        scenario.summary.add("skipped line " + option.line() + ": " + option);
      }
    }
    return new Imported(text, scenario.summary);
  }

  /** Clones of a job without filename have files of their own; others share them. */
  private void plan(Job job, String name) throws MalformedTraceException {
    List<String> files = files(job);
    FioLoad load = new FioLoad(job, Math.max(1, files.size()));
    long clones = load.instances();
    boolean own = files.isEmpty() && clones > 1 && clones <= MOST_OWN_FILES;
    for (long clone = 1; clone <= (own ? clones : 1); clone++) {
      String task = own ? name + "-" + clone : name;
      plan(job, load, task, files.isEmpty() ? List.of(task) : files, own ? 1 : clones);
    }
  }

  private void plan(Job job, FioLoad load, String task, List<String> files, long instances) {
    List<String> on = files.stream().map(deviceNames::of).toList();
    for (String device : on) {
      devices.merge(device, load.end(), Math::max);
      writers.merge(device, load.writes() ? instances : 0, Long::sum);
    }
    plans.add(new Planned(job, load, taskNames.of(task), on, instances));
  }

  private static List<String> files(Job job) {
    Option filename = job.words().get("filename");
    return filename == null
        ? List.of()
        : Arrays.stream(filename.value().split(":", -1))
            .map(String::strip)
            .filter(file -> !file.isEmpty())
            .distinct()
            .toList();
  }

  private String tasks() {
    StringBuilder text = new StringBuilder();
    for (Planned plan : plans) {
      String words = words(plan);
      String indent = plan.instances() == 1 ? "    " : "      ";
      text.append("  ").append(plan.task()).append(":\n");
      if (plan.instances() > 1) {
        text.append("    instances: ").append(plan.instances()).append("\n    steps:\n");
      }
      text.append(indent).append("- get: 64\n");
      text.append(indent).append("- load: ").append(words).append('\n');
      text.append(indent).append("- put: 64\n");
      String times = plan.instances() == 1 ? "" : ", " + plan.instances() + " times";
      summary.add("[" + plan.job().name() + "] is the task " + plan.task() + times + ": " + words);
    }
    return text.toString();
  }

  /** What others write too cannot be compared. */
  private String words(Planned plan) {
    Map<String, String> keys = new LinkedHashMap<>(plan.load().keys());
    boolean shared = plan.on().stream().anyMatch(device -> writers.getOrDefault(device, 0L) > 1);
    Option verify = plan.job().words().get("verify");
    if (shared && verify != null && keys.remove("verify") != null) {
      summary.add("skipped line " + verify.line() + ": " + verify + ", for others write there too");
    }
    keys.put("devices", plan.on().toString());
    return keys.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private String text(String name, String spelling) {
    StringBuilder text = new StringBuilder("dmio: 1\nscenario: ").append(name).append('\n');
    text.append("about: ").append(TextEdits.quote("The jobs of " + spelling + ".")).append('\n');
    if (plans.stream().anyMatch(plan -> plan.load().flushes())) {
      text.append(DialectTerms.line(Dialect.KERNEL)).append('\n');
    }
    text.append("devices:\n");
    devices.forEach(
        (device, bytes) ->
            text.append("  ")
                .append(device)
                .append(": { size: ")
                .append(Units.BYTES.write(roundedUp(bytes)))
                .append(", latency: nvme }\n"));
    return text.append("tasks:\n").append(tasks()).toString();
  }

  /** To whole MiB. */
  static long roundedUp(long bytes) {
    long most = Long.MAX_VALUE / MEBIBYTE;
    return Math.min(most, Math.max(1, (bytes - 1) / MEBIBYTE + 1)) * MEBIBYTE;
  }
}
