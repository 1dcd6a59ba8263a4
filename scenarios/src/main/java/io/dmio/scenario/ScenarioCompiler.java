package io.dmio.scenario;

import io.dmio.block.PayloadMode;
import io.dmio.check.Check;
import io.dmio.device.DiskSpec;
import io.dmio.fault.FaultSpec;
import io.dmio.mapper.SectorMap;
import io.dmio.mapper.TableSpec;
import io.dmio.museum.Museum;
import io.dmio.scenario.device.DeclaredDevices;
import io.dmio.scenario.device.DeviceCompiler;
import io.dmio.scenario.device.DeviceKeys;
import io.dmio.scenario.device.TableCompiler;
import io.dmio.scenario.device.TableLine;
import io.dmio.scenario.engine.EngineCompiler;
import io.dmio.scenario.engine.EngineKeys;
import io.dmio.scenario.event.EventCompiler;
import io.dmio.scenario.event.EventKeys;
import io.dmio.scenario.expect.ExpectKeys;
import io.dmio.scenario.expect.RunExpectCompiler;
import io.dmio.scenario.fault.FaultCompiler;
import io.dmio.scenario.fault.FaultKeys;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.DiskPlaces;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem.Dimension;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.step.StepCompiler;
import io.dmio.scenario.step.StepNames;
import io.dmio.scenario.step.TaskKeys;
import io.dmio.scenario.step.TaskText;
import io.dmio.scenario.step.TraceFiles;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.sim.Limits;
import io.dmio.testbed.EngineSpec;
import io.dmio.testbed.RunExpectation;
import io.dmio.testbed.WorldSpec;
import io.dmio.workload.TaskSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of its root object. What has mistakes is left out; the caller looks at them. */
final class ScenarioCompiler {

  private final ScenarioSource source;
  private final List<String> lines;
  private final Mistakes mistakes;
  private final Dependencies needs;
  private final FileNames fileNames;

  ScenarioCompiler(
      ScenarioSource source, List<String> lines, Mistakes mistakes, Dependencies needs) {
    this.source = source;
    this.lines = lines;
    this.mistakes = mistakes;
    this.needs = needs;
    this.fileNames = new FileNames(mistakes);
  }

  Scenario compile(ParsedObject root) {
    checkName(root);
    List<ParsedObject> rules = root.get(Language.FAULTS, List.of());
    List<Entry<TaskText>> tasks = root.get(TaskKeys.TASKS, List.of());
    NameCollector names = new NameCollector(fileNames);
    for (Entry<TaskText> task : tasks) {
      names.task(task);
    }
    names.rules(rules);
    names.events(root.get(EventKeys.EVENTS, List.of()));
    WorldSpec world = world(root, rules, tasks);
    ParsedObject engine = root.get(EngineKeys.ENGINE);
    return new Scenario(
        world,
        root.get(Language.ABOUT, ""),
        positions(rules),
        reasons(rules),
        skipReasons(root),
        positions(root.get(EventKeys.EVENTS, List.of())),
        tables(root.get(Language.DEVICES, List.of())),
        names.steps(),
        source,
        lines,
        exhibit(root, world.engine()),
        engine != null && engine.has(EngineKeys.DIALECT),
        CapsuleReader.read(root, mistakes),
        needs);
  }

  private static List<Position> positions(List<ParsedObject> items) {
    List<Position> positions = new ArrayList<>();
    for (ParsedObject item : items) {
      positions.add(item.at());
    }
    return positions;
  }

  private static List<List<Position>> tables(List<Entry<ParsedObject>> devices) {
    List<List<Position>> tables = new ArrayList<>();
    for (Entry<ParsedObject> entry : Sorted.byName(devices)) {
      ParsedObject fields = entry.value();
      if (fields != null && fields.has(DeviceKeys.TABLE)) {
        tables.add(fields.get(DeviceKeys.TABLE, List.of()).stream().map(TableLine::at).toList());
      }
    }
    return tables;
  }

  private static List<String> reasons(List<ParsedObject> rules) {
    List<String> reasons = new ArrayList<>();
    for (ParsedObject rule : rules) {
      reasons.add(rule.get(FaultKeys.REASON, ""));
    }
    return reasons;
  }

  private WorldSpec world(
      ParsedObject root, List<ParsedObject> rules, List<Entry<TaskText>> tasks) {
    List<Entry<ParsedObject>> devices = root.get(Language.DEVICES);
    Devices byName = DeclaredDevices.of(devices, mistakes);
    List<Entry<ParsedObject>> written = devices == null ? List.of() : devices;
    List<DiskSpec> disks = new DeviceCompiler(mistakes).compile(written);
    List<TableSpec> tables = new TableCompiler(mistakes, byName).compile(written);
    SectorMap map = tables == null ? null : new SectorMap(byName.disks(), tables);
    DiskPlaces places = new DiskPlaces(mistakes, byName, map);
    TouchedSectors touched = new TouchedSectors(map);
    EngineSpec engine = new EngineCompiler(mistakes).compile(root);
    DialectTerms terms = new DialectTerms(mistakes, engine);
    List<TaskSpec> compiled = tasks(tasks, boots(root), terms, byName, touched);
    Limits limits = limits(root);
    RunExpectCompiler expects = new RunExpectCompiler(mistakes, terms, rules);
    FaultCompiler faults =
        new FaultCompiler(
            mistakes,
            terms,
            byName,
            places,
            disks,
            fileNames,
            touched,
            limits,
            expects.mayStaySilent(root),
            rules);
    List<FaultSpec> specs = new ArrayList<>();
    for (int number = 0; number < rules.size(); number++) {
      FaultSpec spec = faults.compile(rules.get(number), number);
      if (spec != null) {
        specs.add(spec);
      }
    }
    RunExpectation expect = expects.compile(root);
    return new WorldSpec(
        root.get(Language.SCENARIO, ""),
        root.get(Language.SEED, 1L),
        limits,
        root.get(Language.PAYLOAD, "tags").equals("tags") ? PayloadMode.TAGS : PayloadMode.BYTES,
        engine,
        disks,
        tables == null ? List.of() : tables,
        specs,
        compiled,
        new EventCompiler(mistakes, byName, places, fileNames, limits)
            .compile(root.get(EventKeys.EVENTS, List.of())),
        skipped(root, expect),
        expect);
  }

  private void checkName(ParsedObject root) {
    String name = root.get(Language.SCENARIO);
    String stem = source.stem();
    if (name != null && stem != null && !name.equals(stem) && !root.has(CapsuleKeys.CAPSULE)) {
      mistakes.report(
          root.at(Language.SCENARIO),
          "the scenario '" + name + "' is in a file of another name: " + stem + ".yaml",
          "the two must be equal");
    }
  }

  private Limits limits(ParsedObject root) {
    ParsedObject fields = root.get(Language.LIMITS);
    if (fields == null) {
      return Limits.DEFAULT;
    }
    long time = fields.get(Language.LIMIT_TIME, Limits.DEFAULT.timeNanos());
    if (time == 0) {
      mistakes.report(fields.at(Language.LIMIT_TIME), "a run needs some time: 0s", null);
      return Limits.DEFAULT;
    }
    return new Limits(time, fields.get(Language.LIMIT_EVENTS, Limits.DEFAULT.events()));
  }

  private List<TaskSpec> tasks(
      List<Entry<TaskText>> entries,
      long boots,
      DialectTerms terms,
      Devices devices,
      TouchedSectors touched) {
    TraceFiles traces = new TraceFiles(needs.named(), mistakes);
    StepCompiler steps =
        new StepCompiler(mistakes, terms, devices, fileNames, touched, needs.classes(), traces);
    List<TaskSpec> tasks = new ArrayList<>();
    long many = 0;
    for (Entry<TaskText> entry : Sorted.byName(entries)) {
      TaskText text = entry.value();
      many += text == null ? 0 : StepNames.stepCount(text);
      if (many > Bounds.STEPS) {
        mistakes.report(
            entry.at(),
            "more than " + Bounds.STEPS + " steps, those of every instance counted",
            "write fewer instances, or a repeat or load");
        return List.of();
      }
      if (text != null) {
        checkBoot(text, boots);
        addInstances(entry.name(), text, steps, tasks);
      }
    }
    return tasks;
  }

  /** A task of a boot that never comes is a mistake, as a rule is that can never fire. */
  private void checkBoot(TaskText text, long boots) {
    ParsedObject fields = text.fields();
    if (fields != null && boot(text) > boots) {
      mistakes.report(
          fields.at(TaskKeys.BOOT),
          "this task can never run: the host boots " + (boots == 1 ? "once" : boots + " times"),
          "each event crash: host with reboot: ... adds a boot");
    }
  }

  private static int boot(TaskText text) {
    ParsedObject fields = text.fields();
    return fields == null ? 1 : Math.toIntExact(fields.get(TaskKeys.BOOT, 1L));
  }

  private static long boots(ParsedObject root) {
    long boots = 1;
    for (ParsedObject event : root.get(EventKeys.EVENTS, List.of())) {
      boots += event.has(EventKeys.REBOOT) ? 1 : 0;
    }
    return boots;
  }

  private static void addInstances(
      String name, TaskText text, StepCompiler steps, List<TaskSpec> tasks) {
    List<Dimension> dimensions = StepNames.instances(text);
    if (dimensions.isEmpty()) {
      Scope scope = Scope.ofTask(name, 0, dimensions);
      tasks.add(new TaskSpec(tasks.size(), name, boot(text), steps.compile(text.steps(), scope)));
      return;
    }
    for (int instance = 1; instance <= dimensions.get(0).count(); instance++) {
      Scope scope = Scope.ofTask(name, instance, dimensions);
      tasks.add(
          new TaskSpec(
              tasks.size(),
              name + "[" + instance + "]",
              boot(text),
              steps.compile(text.steps(), scope)));
    }
  }

  private static List<Entry<String>> skips(ParsedObject root) {
    ParsedObject checks = root.get(ExpectKeys.CHECKS_KEY);
    return checks == null ? List.of() : checks.get(ExpectKeys.SKIP, List.of());
  }

  private static Map<Check, String> skipReasons(ParsedObject root) {
    Map<Check, String> reasons = new EnumMap<>(Check.class);
    for (Entry<String> entry : skips(root)) {
      Check check = RunExpectCompiler.find(entry.name());
      if (entry.value() != null && check != null) {
        reasons.put(check, entry.value());
      }
    }
    return reasons;
  }

  private List<Check> skipped(ParsedObject root, RunExpectation expect) {
    List<Check> skipped = new ArrayList<>();
    for (Entry<String> entry : skips(root)) {
      Check check = RunExpectCompiler.find(entry.name());
      if (check == null) {
        continue; // reported where it was read
      }
      if (check == expect.fails()) {
        mistakes.report(
            entry.at(), "the check '" + entry.name() + "' is skipped and expected to fail", null);
      }
      skipped.add(check);
    }
    skipped.sort(null);
    return skipped;
  }

  private @Nullable ExhibitClaim exhibit(ParsedObject root, EngineSpec engine) {
    ParsedObject fields = root.get(Language.EXHIBIT);
    String id = fields == null ? null : fields.get(Language.EXHIBIT_ID);
    String caughtBy = fields == null ? null : fields.get(Language.CAUGHT_BY);
    if (fields == null || id == null || caughtBy == null) {
      return null;
    }
    if (engine.dialect() != Museum.DIALECT) {
      mistakes.report(
          root.keyAt(Language.EXHIBIT),
          "an exhibit breaks steps" + DialectTerms.lacks(Museum.DIALECT::equals, engine.dialect()),
          "write " + DialectTerms.line(Museum.DIALECT) + ", or remove 'exhibit'");
    }
    if (Museum.find(id).isEmpty()) {
      List<String> known = Museum.exhibits().stream().map(exhibit -> exhibit.id()).toList();
      mistakes.report(
          fields.at(Language.EXHIBIT_ID), "there is no exhibit '" + id + "'", Guess.of(id, known));
    }
    return new ExhibitClaim(
        id, RunExpectCompiler.check(caughtBy), fields.get(Language.WITHIN, Long.MAX_VALUE));
  }
}
