package io.dmio.scenario.step;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.engine.Capability;
import io.dmio.fault.FaultOp;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.names.FileNames;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.names.Scope;
import io.dmio.scenario.names.TouchedSectors;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.workload.DataSpec;
import io.dmio.workload.MemorySpec;
import io.dmio.workload.RegionSpec;
import io.dmio.workload.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes calls of dm-io of steps. */
final class CallCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final Devices devices;
  private final FileNames fileNames;
  private final TouchedSectors touched;
  private final ExpectCompiler expects;
  private final StepCompiler steps;

  /** Makes a compiler; {@code steps} makes what runs inside callbacks. */
  CallCompiler(
      Mistakes mistakes,
      DialectTerms terms,
      Devices devices,
      FileNames fileNames,
      TouchedSectors touched,
      ExpectCompiler expects,
      StepCompiler steps) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.devices = devices;
    this.fileNames = fileNames;
    this.touched = touched;
    this.expects = expects;
    this.steps = steps;
  }

  /** A call on regions, or null if the dialect does not have it. */
  @Nullable Step call(
      ParsedObject step,
      Scope scope,
      int number,
      String id,
      RequestOp op,
      Key<List<Located<PlaceText>>> verb) {
    if (!terms.demand(op, step.keyAt(step.verb()), verbIs(step))) {
      return null;
    }
    List<RegionSpec> regions = regions(step, step.get(verb, List.of()), op);
    MemorySpec memory = memory(step, mostSectors(regions));
    DataSpec data = data(step, scope, op);
    return new Step.Call(
        id,
        op,
        regions,
        manner(step, 0),
        new Step.Buffer(memory, data),
        expects.call(step, regions.size()),
        then(step, scope, number));
  }

  /** A flush: a write of no sectors to each device. */
  @Nullable Step flush(ParsedObject step, Scope scope, int number, String id) {
    if (!terms.demand(Capability.FLUSHES, step.keyAt(step.verb()), verbIs(step))) {
      return null;
    }
    List<RegionSpec> regions = new ArrayList<>();
    for (Located<String> name : step.get(StepKeys.FLUSH, List.of())) {
      Devices.Device device = devices.find(name.value(), name.at());
      if (device != null) {
        regions.add(new RegionSpec(device.number(), 0, 0));
      }
    }
    flushes(regions);
    return new Step.Call(
        id,
        RequestOp.WRITE,
        regions,
        manner(step, RequestFlag.PREFLUSH.bit()),
        Step.Buffer.DEFAULT,
        expects.call(step, regions.size()),
        then(step, scope, number));
  }

  /** A bio past dm-io, or null after mistakes were reported. */
  @Nullable Step bio(ParsedObject step, Scope scope, int number, String id) {
    Located<PlaceText> place = step.get(StepKeys.BIO);
    Located<String> word = step.get(StepKeys.OP);
    if (place == null || word == null) {
      return null;
    }
    RequestOp op = RequestOp.valueOf(word.value().toUpperCase(Locale.ROOT).replace('-', '_'));
    boolean known = terms.demand(op, word.at(), "a bio with op: " + word.value() + " is");
    List<RegionSpec> regions = regions(step, List.of(place), op);
    MemorySpec memory = memory(step, mostSectors(regions));
    new BioLimits(mistakes).check(step, place, op, memory);
    DataSpec data = data(step, scope, op);
    return !known || regions.isEmpty()
        ? null
        : new Step.Call(
            id,
            op,
            regions,
            new Step.Manner(isSync(step), true, flags(step), ioPriority(step), 0),
            new Step.Buffer(memory, data),
            expects.bio(step),
            then(step, scope, number));
  }

  private Step.Manner manner(ParsedObject step, int moreFlags) {
    return new Step.Manner(
        isSync(step),
        false,
        flags(step) | moreFlags,
        ioPriority(step),
        terms.client(step, CallKeys.CLIENT));
  }

  private static String verbIs(ParsedObject step) {
    return "'" + step.verb().name() + "' is";
  }

  private static boolean isSync(ParsedObject step) {
    return step.get(CallKeys.MODE, "sync").equals("sync");
  }

  private List<Step> then(ParsedObject step, Scope scope, int number) {
    if (isSync(step) && step.has(CallKeys.THEN)) {
      mistakes.report(step.keyAt(CallKeys.THEN), "a sync call has no callback", "add mode: async");
    }
    return steps.compile(step.get(CallKeys.THEN, List.of()), scope.inside(number));
  }

  private List<RegionSpec> regions(
      ParsedObject step, List<Located<PlaceText>> places, RequestOp op) {
    boolean pastEnd = step.get(CallKeys.PAST_END, false);
    List<RegionSpec> regions = new ArrayList<>();
    for (Located<PlaceText> place : places) {
      RegionSpec region = devices.region(place, pastEnd);
      if (region != null) {
        regions.add(region);
        touched.add(region, FaultOp.valueOf(op.name()));
      }
    }
    if (hasFlag(step, RequestFlag.PREFLUSH)) {
      flushes(regions);
    }
    return regions;
  }

  private void flushes(List<RegionSpec> regions) {
    regions.forEach(region -> touched.addFlush(region.device()));
  }

  private static long mostSectors(List<RegionSpec> regions) {
    long most = 0;
    for (RegionSpec region : regions) {
      most = Math.max(most, region.count());
    }
    return most;
  }

  private MemorySpec memory(ParsedObject step, long sectors) {
    return new MemoryCompiler(mistakes, terms).compile(step, sectors);
  }

  private DataSpec data(ParsedObject step, Scope scope, RequestOp op) {
    ParsedObject data = step.get(CallKeys.DATA);
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
    String name =
        fileNames.resolve(read.value(), read.at(), scope, EnumSet.of(Kind.READ), "a read");
    return name == null ? DataSpec.OWN : new DataSpec.OfRead(name);
  }

  private int ioPriority(ParsedObject step) {
    if (step.has(CallKeys.IOPRIO)) {
      terms.demand(Capability.IO_PRIORITY, step.keyAt(CallKeys.IOPRIO), "'ioprio' is");
    }
    return Math.toIntExact(step.get(CallKeys.IOPRIO, 0L));
  }

  private int flags(ParsedObject step) {
    int bits = 0;
    for (Located<String> word : step.get(CallKeys.FLAGS, List.of())) {
      RequestFlag flag = RequestFlag.valueOf(word.value().toUpperCase(Locale.ROOT));
      if (flag.in(bits)) {
        mistakes.report(word.at(), "'" + word.value() + "' stands here twice", null);
      } else if (flag != RequestFlag.SYNC) {
        terms.demand(Capability.REQUEST_FLAGS, word.at(), "the flag '" + word.value() + "' is");
      }
      bits |= flag.bit();
    }
    return bits;
  }

  static boolean hasFlag(ParsedObject step, RequestFlag flag) {
    for (Located<String> word : step.get(CallKeys.FLAGS, List.of())) {
      if (word.value().equals(CallKeys.nameOf(flag))) {
        return true;
      }
    }
    return false;
  }
}
