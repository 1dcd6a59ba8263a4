package io.dmio.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.sim.LogMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class LoadProperties {

  @Property(tries = 100)
  void everyCall_isAlignedWithinTheRange_andGoesToDistinctDevices(
      @ForAll long seed,
      @ForAll LoadSpec.Pattern pattern,
      @ForAll @IntRange(min = 1, max = 9) int unit,
      @ForAll @IntRange(min = 1, max = 9) int mostUnits,
      @ForAll @IntRange(min = 1, max = 3) int copies,
      @ForAll @IntRange(min = 1, max = 9) int depth) {
    TestWorld world = new TestWorld(seed, PayloadMode.TAGS, LogMode.NONE);
    world.io.latency(request -> request.call() % 5);
    long most = (long) unit * mostUnits;
    Words words =
        new Words()
            .pattern(pattern)
            .block(unit, most)
            .range(1000, most + 37)
            .copies(1, copies)
            .depth(depth)
            .calls(60);

    world.run(new Step.Load("l", words.spec()));

    assertThat(world.io.requests).hasSize(60);
    assertThat(world.io.mostUnderWay).isLessThanOrEqualTo(depth);
    world.io.requests.forEach(request -> check(request, unit, most, copies));
  }

  @Property(tries = 50)
  void verify_neverComplainsOfAnHonestDevice(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int depth,
      @ForAll @IntRange(min = 8, max = 80) int sectors) {
    TestWorld world = new TestWorld(seed, PayloadMode.TAGS, LogMode.NONE);
    world.io.latency(request -> request.regions().get(0).sector() * 31 % 17);
    Words words =
        new Words().block(1, 8).range(5, sectors).copies(1, 3).depth(depth).calls(80).verify();

    world.run(new Step.Load("l", words.spec()));

    assertThat(world.complaints).isEmpty();
    assertThat(world.io.submitted).isGreaterThanOrEqualTo(depth == 1 ? 81 : 80);
  }

  private static void check(IoRequest request, int unit, long most, int copies) {
    IoRegion first = request.regions().get(0);
    assertThat(first.count()).isBetween((long) unit, most);
    assertThat(first.count() % unit).isZero();
    assertThat((first.sector() - 1000) % unit).isZero();
    assertThat(first.sector()).isGreaterThanOrEqualTo(1000);
    assertThat(first.sector() + first.count()).isLessThanOrEqualTo(1000 + most + 37);
    List<Integer> devices = request.regions().stream().map(r -> r.device().id()).toList();
    assertThat(devices).doesNotHaveDuplicates();
    assertThat(devices).hasSizeBetween(1, request.op() == RequestOp.READ ? 1 : copies);
    assertThat(request.regions())
        .allMatch(r -> r.sector() == first.sector() && r.count() == first.count());
  }
}
