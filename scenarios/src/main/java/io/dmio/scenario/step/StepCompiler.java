package io.dmio.scenario.step;

import io.dmio.block.RequestOp;
import io.dmio.fault.FaultOp;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.shape.Range;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
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
public final class StepCompiler {

  private static final Set<Kind> WAITED = EnumSet.complementOf(EnumSet.of(Kind.RULE));
  private static final Set<Kind> WRITES = EnumSet.of(Kind.WRITE, Kind.LOAD, Kind.REPLAY, Kind.JAVA);

  private final Mistakes mistakes;
  private final Devices devices;
  private final FileNames fileNames;
  private final TouchedSectors touched;
  private final LoadCompiler loads;
  private final ReplayCompiler replays;
  private final CallCompiler calls;
  private final ExpectCompiler expects;
  private final UserClasses classes;

  public StepCompiler(
      Mistakes mistakes,
      DialectTerms terms,
      Devices devices,
      FileNames fileNames,
      TouchedSectors touched,
      UserClasses classes,
      TraceFiles traces) {
    this.mistakes = mistakes;
    this.devices = devices;
    this.fileNames = fileNames;
    this.touched = touched;
    this.loads = new LoadCompiler(mistakes, terms, devices, touched);
    this.replays = new ReplayCompiler(mistakes, terms, devices, touched, traces);
    this.expects = new ExpectCompiler(mistakes, terms, devices);
    this.calls = new CallCompiler(mistakes, terms, devices, fileNames, touched, expects, this);
    this.classes = classes;
  }

  /** The steps of a list; those with mistakes are left out. */
  public List<Step> compile(List<ParsedObject> list, Scope scope) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      ParsedObject written = list.get(i);
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

  private @Nullable Step step(ParsedObject step, Scope scope, int number) {
    String id = scope.spell(StepNames.name(step, scope, number));
    return switch (step.verb().name()) {
      case "get" -> new Step.Get(pages(step, StepKeys.GET), expects.pool(step));
      case "put" -> new Step.Put(pages(step, StepKeys.PUT), expects.pool(step));
      case "read" -> calls.call(step, scope, number, id, RequestOp.READ, StepKeys.READ);
      case "write" -> calls.call(step, scope, number, id, RequestOp.WRITE, StepKeys.WRITE);
      case "discard" -> calls.call(step, scope, number, id, RequestOp.DISCARD, StepKeys.DISCARD);
      case "write-zeroes" ->
          calls.call(step, scope, number, id, RequestOp.WRITE_ZEROES, StepKeys.WRITE_ZEROES);
      case "flush" -> calls.flush(step, scope, number, id);
      case "bio" -> calls.bio(step, scope, number, id);
      case "mark" -> new Step.Mark(scope.spell(step.get(StepKeys.MARK, "")));
      case "sleep" -> new Step.Sleep(quantity(step.get(StepKeys.SLEEP, Range.of(0))));
      case "repeat" -> repeat(step, scope, number);
      case "verify" -> verify(step, scope, id);
      case "load" -> loads.compile(step, id);
      case "replay" -> replays.compile(step, id);
      default -> java(step, id);
    };
  }

  private static int pages(ParsedObject step, Key<Long> key) {
    return Math.toIntExact(step.get(key, 1L));
  }

  static Quantity quantity(Range range) {
    return new Quantity(range.low(), range.high());
  }

  /** One wait, or one for each instance of a task. */
  private List<Step> waits(ParsedObject step, Scope scope) {
    String reference = step.get(StepKeys.WAIT);
    if (reference == null || reference.equals("all")) {
      return List.of(new Step.Wait(null));
    }
    Position at = step.at(StepKeys.WAIT);
    if (reference.equals(scope.task())) {
      mistakes.report(at, "a task that waits for itself never ends", "'all' are its calls so far");
      return List.of();
    }
    NamedItem item = fileNames.find(reference);
    if (item != null
        && item.kind() == Kind.TASK
        && item.isOfInstances()
        && reference.equals(item.base())) {
      return LongStream.rangeClosed(1, item.dimensions().get(0).count())
          .<Step>mapToObj(instance -> new Step.Wait(reference + "[" + instance + "]"))
          .toList();
    }
    String name = fileNames.resolve(reference, at, scope, WAITED, "an id, mark or task");
    return name == null ? List.of() : List.of(new Step.Wait(name));
  }

  private @Nullable Step repeat(ParsedObject step, Scope scope, int number) {
    ParsedObject repeat = step.get(StepKeys.REPEAT);
    if (repeat == null) {
      return null;
    }
    List<ParsedObject> inner = repeat.get(StepKeys.REPEAT_STEPS, List.of());
    Scope around = scope.repeated(number, StepNames.repetition(repeat));
    Quantity times = quantity(repeat.get(StepKeys.TIMES, Range.of(1)));
    return new Step.Repeat(times, compile(inner, around));
  }

  private @Nullable Step verify(ParsedObject step, Scope scope, String id) {
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
              : fileNames.resolve(word.value(), word.at(), scope, WRITES, "a write");
      if (name != null) {
        holds.add(name);
      }
    }
    if (region == null) {
      return null;
    }
    touched.add(region, FaultOp.READ);
    return new Step.Verify(id, region, holds);
  }

  private @Nullable Step java(ParsedObject step, String id) {
    touched.addUnknown();
    ParsedObject java = step.get(StepKeys.JAVA);
    UserTask task = java == null ? null : classes.load(java, mistakes);
    return task == null ? null : new Step.Java(id, task);
  }
}
