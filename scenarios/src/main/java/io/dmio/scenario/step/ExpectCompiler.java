package io.dmio.scenario.step;

import io.dmio.block.Errno;
import io.dmio.engine.Refusal;
import io.dmio.scenario.names.Devices;
import io.dmio.scenario.names.DialectTerms;
import io.dmio.scenario.shape.Entry;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Sorted;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import io.dmio.workload.CallExpectation;
import io.dmio.workload.CallExpectation.BioCount;
import io.dmio.workload.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes expectations of calls of what is written. */
final class ExpectCompiler {

  private final Mistakes mistakes;
  private final DialectTerms terms;
  private final Devices devices;

  ExpectCompiler(Mistakes mistakes, DialectTerms terms, Devices devices) {
    this.mistakes = mistakes;
    this.terms = terms;
    this.devices = devices;
  }

  /** What a get or put expects. */
  CallExpectation pool(ParsedObject step) {
    ParsedObject expect = step.get(CallKeys.POOL_EXPECT);
    if (expect == null) {
      return CallExpectation.NONE;
    }
    boolean fails = !expect.get(CallKeys.RETURN, "OK").equals("OK");
    if (fails || expect.has(CallKeys.REFUSED)) {
      terms.checkPages(expect.keyAt(fails ? CallKeys.RETURN : CallKeys.REFUSED));
    }
    return new CallExpectation(errno(expect), null, refusal(expect), List.of());
  }

  /** What a bio expects. */
  CallExpectation bio(ParsedObject step) {
    ParsedObject expect = step.get(CallKeys.BIO_EXPECT);
    return expect == null
        ? CallExpectation.NONE
        : new CallExpectation(errno(expect), bits(expect, 1), null, List.of());
  }

  /** What a call expects. */
  CallExpectation call(ParsedObject step, int regions) {
    ParsedObject expect = step.get(CallKeys.EXPECT);
    if (expect == null) {
      return CallExpectation.NONE;
    }
    Refusal refusal = refusal(expect);
    if (refusal != null) {
      terms.checkRefusal(refusal, expect.at(CallKeys.REFUSED));
    }
    return new CallExpectation(errno(expect), bits(expect, regions), refusal, bios(expect));
  }

  private static @Nullable Errno errno(ParsedObject expect) {
    String name = expect.get(CallKeys.RETURN);
    return name == null ? null : Errno.valueOf(name);
  }

  private @Nullable Refusal refusal(ParsedObject expect) {
    String text = expect.get(CallKeys.REFUSED);
    if (text == null) {
      return null;
    }
    Refusal refusal =
        Arrays.stream(Refusal.values())
            .filter(r -> r.text().equals(text))
            .findFirst()
            .orElseThrow();
    Errno errno = errno(expect);
    if (errno != null && errno != refusal.errno()) {
      mistakes.report(
          expect.at(CallKeys.RETURN),
          "a call that is refused by " + text + " returns " + refusal.errno(),
          "remove 'return'");
    }
    return refusal;
  }

  private @Nullable Long bits(ParsedObject expect, int regions) {
    List<Located<Long>> failed = expect.get(CallKeys.FAILED);
    String text = expect.get(CallKeys.ERROR_BITS);
    if (failed != null && text != null) {
      mistakes.report(
          expect.keyAt(CallKeys.ERROR_BITS), "'error-bits' together with 'failed'", "keep one");
    }
    if (text != null) {
      return binary(text, expect.at(CallKeys.ERROR_BITS), regions);
    }
    return failed == null ? null : numbers(failed, regions);
  }

  private @Nullable Long binary(String text, Position at, int regions) {
    long bits = Long.parseUnsignedLong(text.substring(2), 2);
    if (regions < Long.SIZE && bits >>> regions != 0) {
      mistakes.report(at, "a bit of a region that the call does not have", counted(regions));
    }
    return bits;
  }

  private long numbers(List<Located<Long>> failed, int regions) {
    long bits = 0;
    for (Located<Long> number : failed) {
      if (number.value() >= regions) {
        mistakes.report(number.at(), "the call has no region " + number.value(), counted(regions));
      }
      long bit = 1L << number.value();
      if ((bits & bit) != 0) {
        mistakes.report(number.at(), "region " + number.value() + " stands here twice", null);
      }
      bits |= bit;
    }
    return bits;
  }

  private static String counted(int regions) {
    return switch (regions) {
      case 0 -> "it has no regions";
      case 1 -> "it has one region: 0";
      default -> "it has regions 0 to " + (regions - 1);
    };
  }

  private List<BioCount> bios(ParsedObject expect) {
    List<BioCount> counts = new ArrayList<>();
    List<Entry<Quantity>> entries = expect.get(CallKeys.BIOS, List.of());
    for (Entry<Quantity> entry : Sorted.byName(entries)) {
      Devices.Device device = devices.find(entry.name(), entry.at());
      Quantity count = entry.value();
      if (device != null && count != null) {
        counts.add(new BioCount(device.number(), count));
      }
    }
    return counts;
  }
}
