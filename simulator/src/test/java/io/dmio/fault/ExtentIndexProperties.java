package io.dmio.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class ExtentIndexProperties {

  private static final int SECTORS = 400;

  private static final List<Set<FaultOp>> OPS =
      List.of(
          FaultBench.READ, FaultBench.WRITE, FaultBench.READ_WRITE, FaultOps.set(FaultOp.FLUSH));

  @Property(tries = 200)
  void index_findsExactlyTheRulesOfABio_byNumber(
      @ForAll long seed,
      @ForAll @IntRange(max = 150) int rules,
      @ForAll @IntRange(min = 1, max = 40) int longest) {
    Random random = new Random(seed);
    List<FaultSpec.MediaError> specs = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      specs.add(rule(i, longest, random));
    }
    ExtentIndex index = new ExtentIndex(rulesOf(specs));
    for (int i = 0; i < 50; i++) {
      long first = random.nextInt(SECTORS + 20);
      long count = 1 + random.nextInt(10);
      FaultOp op = FaultOp.values()[random.nextInt(3)];
      List<Integer> expected = new ArrayList<>();
      for (FaultSpec.MediaError spec : specs) {
        if (spec.ops().contains(op) && (op == FaultOp.FLUSH || isUnder(spec, first, count))) {
          expected.add(spec.number());
        }
      }
      assertThat(found(index, op, first, first + count)).isEqualTo(expected);
    }
  }

  private static List<Integer> found(ExtentIndex index, FaultOp op, long first, long end) {
    List<Integer> found = new ArrayList<>();
    List<RuleOnDisk> rules = index.find(FaultOps.bits(Set.of(op)), first, end);
    for (int i = 0; i < rules.size(); i++) {
      found.add(rules.get(i).number());
    }
    return found;
  }

  private static boolean isUnder(FaultSpec.MediaError spec, long first, long count) {
    return spec.extents().stream().anyMatch(extent -> extent.overlaps(first, count));
  }

  private static List<RuleOnDisk> rulesOf(List<FaultSpec.MediaError> specs) {
    FaultBench bench = new FaultBench();
    List<RuleOnDisk> rules = new ArrayList<>();
    for (FaultSpec.MediaError spec : specs) {
      rules.addAll(
          new SectorRule(
                  spec, new RuleContext(bench.bench.simulation, bench.bench.moments, call -> ""))
              .onDisks());
    }
    return rules;
  }

  private static FaultSpec.MediaError rule(int number, int longest, Random random) {
    List<Extent> extents = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      extents.add(new Extent(0, random.nextInt(SECTORS), 1 + random.nextInt(longest)));
    }
    return new FaultSpec.MediaError(
        number,
        "r" + number,
        extents,
        OPS.get(random.nextInt(OPS.size())),
        Trigger.ALWAYS,
        Ending.NEVER,
        BlockStatus.MEDIUM);
  }
}
