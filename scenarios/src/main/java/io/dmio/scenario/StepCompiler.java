package io.dmio.scenario;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.fault.FaultOp;
import io.dmio.scenario.Moment.Kind;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.DataSpec;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes steps of what is written. */
final class StepCompiler {

  private static final Set<Kind> WAITED = EnumSet.complementOf(EnumSet.of(Kind.RULE));
  private static final Set<Kind> WRITES = EnumSet.of(Kind.WRITE, Kind.LOAD, Kind.JAVA);

  private final Mistakes mistakes;
  private final Devices devices;
  private final Moments moments;
  private final Reach reach;
  private final LoadCompiler loads;
  private final ExpectCompiler expects;
  private final UserClasses classes;

  StepCompiler(
      Mistakes mistakes, Devices devices, Moments moments, Reach reach, UserClasses classes) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.moments = moments;
    this.reach = reach;
    this.loads = new LoadCompiler(mistakes, devices, reach);
    this.expects = new ExpectCompiler(mistakes, devices);
    this.classes = classes;
  }

  /** The steps of a list; those with mistakes are left out. */
  List<Step> compile(List<Fields> list, Scope scope) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Fields written = list.get(i);
      if (written.verb() == StepKeys.WAIT) {
        steps.addAll(waits(written, scope));
        continue;
      }
      Step step = step(written, scope, i + 1);
      if (step != null) {
        steps.add(step);
      }
    }
    return steps;
  }

  private @Nullable Step step(Fields step, Scope scope, int number) {
    String id = scope.spell(NameCollector.name(step, scope, number));
    return switch (step.verb().name()) {
      case "get" -> new Step.Get(pages(step, StepKeys.GET), expects.pool(step));
      case "put" -> new Step.Put(pages(step, StepKeys.PUT), expects.pool(step));
      case "read" -> call(step, scope, number, id, RequestOp.READ, StepKeys.READ);
      case "write" -> call(step, scope, number, id, RequestOp.WRITE, StepKeys.WRITE);
      case "mark" -> new Step.Mark(scope.spell(step.get(StepKeys.MARK, "")));
      case "sleep" -> new Step.Sleep(quantity(step.get(StepKeys.SLEEP, Range.of(0))));
      case "repeat" -> repeat(step, scope, number);
      case "verify" -> verify(step, scope, id);
      case "load" -> loads.compile(step, id);
      default -> java(step, id);
    };
  }

  private static int pages(Fields step, Key<Long> key) {
    return Math.toIntExact(step.get(key, 1L));
  }

  static Quantity quantity(Range range) {
    return new Quantity(range.low(), range.high());
  }

  private @Nullable Step call(
      Fields step,
      Scope scope,
      int number,
      String id,
      RequestOp op,
      Key<List<Located<PlaceText>>> verb) {
    boolean sync = step.get(CallKeys.MODE, "sync").equals("sync");
    List<RegionSpec> regions = regions(step, verb, op);
    MemorySpec memory = new MemoryCompiler(mistakes).compile(step, mostSectors(regions));
    DataSpec data = data(step, scope, op);
    CallExpectation expect = expects.call(step, regions.size());
    if (sync && step.has(CallKeys.THEN)) {
      mistakes.report(step.keyAt(CallKeys.THEN), "a sync call has no callback", "add mode: async");
    }
    List<Step> then = compile(step.get(CallKeys.THEN, List.of()), scope.inside(number));
    return new Step.Call(id, op, regions, sync, memory, data, flags(step), 0, 0, expect, then);
  }

  private List<RegionSpec> regions(Fields step, Key<List<Located<PlaceText>>> verb, RequestOp op) {
    boolean pastEnd = step.get(CallKeys.PAST_END, false);
    List<RegionSpec> regions = new ArrayList<>();
    for (Located<PlaceText> place : step.get(verb, List.of())) {
      RegionSpec region = devices.region(place, pastEnd);
      if (region != null) {
        regions.add(region);
        reach.add(region, op == RequestOp.READ ? FaultOp.READ : FaultOp.WRITE);
      }
    }
    return regions;
  }

  private static long mostSectors(List<RegionSpec> regions) {
    return regions.stream().mapToLong(RegionSpec::count).max().orElse(0);
  }

  private DataSpec data(Fields step, Scope scope, RequestOp op) {
    Fields data = step.get(CallKeys.DATA);
    if (data == null) {
      return DataSpec.OWN;
    }
    if (op == RequestOp.READ) {
      mistakes.report(
          step.keyAt(CallKeys.DATA), "the device fills the buffer of a read", "remove 'data'");
    }
    Located<String> read = data.get(CallKeys.DATA_READ);
    if (read == null) {
      return new DataSpec.Pattern(Math.toIntExact(data.get(CallKeys.DATA_PATTERN, 0L)));
    }
    String name = moments.resolve(read.value(), read.at(), scope, EnumSet.of(Kind.READ), "a read");
    return name == null ? DataSpec.OWN : new DataSpec.OfRead(name);
  }

  private int flags(Fields step) {
    List<Located<String>> words = step.get(CallKeys.FLAGS, List.of());
    if (words.size() > 1) {
      mistakes.report(words.get(1).at(), "'" + words.get(1).value() + "' stands here twice", null);
    }
    return words.isEmpty() ? 0 : RequestFlag.SYNC.bit();
  }

  /** One wait, or one for each instance of a task. */
  private List<Step> waits(Fields step, Scope scope) {
    String reference = step.get(StepKeys.WAIT);
    if (reference == null || reference.equals("all")) {
      return List.of(new Step.Wait(null));
    }
    Position at = step.at(StepKeys.WAIT);
    if (reference.equals(scope.task())) {
      mistakes.report(at, "a task that waits for itself never ends", "'all' are its calls so far");
      return List.of();
    }
    Moment moment = moments.find(reference);
    if (moment != null
        && moment.kind() == Kind.TASK
        && moment.isOfInstances()
        && reference.equals(moment.base())) {
      return LongStream.rangeClosed(1, moment.dimensions().get(0).count())
          .<Step>mapToObj(instance -> new Step.Wait(reference + "[" + instance + "]"))
          .toList();
    }
    String name = moments.resolve(reference, at, scope, WAITED, "an id, mark or task");
    return name == null ? List.of() : List.of(new Step.Wait(name));
  }

  private @Nullable Step repeat(Fields step, Scope scope, int number) {
    Fields repeat = step.get(StepKeys.REPEAT);
    if (repeat == null) {
      return null;
    }
    List<Fields> inner = repeat.get(StepKeys.REPEAT_STEPS, List.of());
    Scope around = scope.repeated(number, NameCollector.repetition(repeat));
    Quantity times = quantity(repeat.get(StepKeys.TIMES, Range.of(1)));
    return new Step.Repeat(times, compile(inner, around));
  }

  private @Nullable Step verify(Fields step, Scope scope, String id) {
    Located<PlaceText> place = step.get(StepKeys.VERIFY);
    if (place == null) {
      return null;
    }
    if (place.value().count() == 0) {
      mistakes.report(place.at(), "nothing to verify: 0 sectors", "write +1 or more");
    }
    RegionSpec region = devices.region(place, false);
    List<String> holds = new ArrayList<>();
    for (Located<String> word : step.get(StepKeys.HOLDS, List.of())) {
      String name =
          word.value().equals("initial")
              ? "initial"
              : moments.resolve(word.value(), word.at(), scope, WRITES, "a write");
      if (name != null) {
        holds.add(name);
      }
    }
    if (region == null) {
      return null;
    }
    reach.add(region, FaultOp.READ);
    return new Step.Verify(id, region, holds);
  }

  private @Nullable Step java(Fields step, String id) {
    reach.addUnknown();
    Fields java = step.get(StepKeys.JAVA);
    UserTask task = java == null ? null : classes.load(java, mistakes);
    return task == null ? null : new Step.Java(id, task);
  }
}
