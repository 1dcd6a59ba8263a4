package io.dmio.workload;

import static io.dmio.workload.Steps.A;
import static io.dmio.workload.Steps.B;
import static io.dmio.workload.Steps.asyncWrite;
import static io.dmio.workload.Steps.at;
import static io.dmio.workload.Steps.read;
import static io.dmio.workload.Steps.repeat;
import static io.dmio.workload.Steps.with;
import static io.dmio.workload.Steps.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BioVec;
import io.dmio.block.PayloadMode;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRequest;
import io.dmio.sim.LogMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CallDataTest {

  private final TestWorld world = new TestWorld();

  static Stream<MemorySpec> layouts() {
    MemorySpec.Vec odd = new MemorySpec.Vec(0, 100, 700);
    MemorySpec.Vec longer = new MemorySpec.Vec(1, 512, 5 * 512);
    return Stream.of(
        MemorySpec.DEFAULT,
        new MemorySpec.Pages(512, 1),
        new MemorySpec.Pages(100, 3),
        new MemorySpec.Vm(3584, 2),
        new MemorySpec.Bvec(List.of(), 0),
        new MemorySpec.Bvec(List.of(), 1024),
        new MemorySpec.Bvec(List.of(odd, longer), 200),
        new MemorySpec.Bvec(List.of(longer, odd), 3 * 512),
        new MemorySpec.Kmem(0));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void ownData_isUnlikeThatOfAnyOtherCall_inEveryLayout(MemorySpec layout) {
    world.run(write("other", at(B, 0, 1)), with(write("w", at(A, 40, 20)), layout));

    for (int i = 0; i < 20; i++) {
      assertThat(world.io.store(A).tag(40 + i)).isEqualTo(Tags.stamp(1, i));
    }
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void patternsAndBytes_reachTheDeviceAsTheyAre(MemorySpec layout) {
    TestWorld bytes = new TestWorld(1, PayloadMode.BYTES, LogMode.FULL);
    Step.Call write = with(write("w", at(A, 40, 20)), new DataSpec.Pattern(3));

    bytes.run(with(write, layout));

    for (int i = 0; i < 20; i++) {
      assertThat(bytes.io.store(A).tag(40 + i)).isEqualTo(Tags.pattern(3, i));
    }
  }

  @Test
  void layouts_areWhatTheStepSays() {
    IoMemory pages = layoutOf(new MemorySpec.Pages(512, 2), 24);
    assertThat(pages).isInstanceOf(IoMemory.PageList.class);
    long[] addresses = ((IoMemory.PageList) pages).pages();
    assertThat(addresses).hasSize(4);
    assertThat(((IoMemory.PageList) pages).offset()).isEqualTo(512);
    assertThat(addresses[1] - addresses[0]).isEqualTo(Sectors.PAGE_SIZE);
    assertThat(addresses[2] - addresses[1]).isNotEqualTo(Sectors.PAGE_SIZE);

    IoMemory vm = layoutOf(new MemorySpec.Vm(512, 1), 8);
    assertThat(vm).isInstanceOf(IoMemory.VirtualBuffer.class);
    assertThat(vm.pieces()).isEqualTo(2);

    IoMemory kmem = layoutOf(new MemorySpec.Kmem(0), 24);
    assertThat(kmem.pieces()).isEqualTo(1);
    assertThat(kmem.length(0)).isEqualTo(3 * Sectors.PAGE_SIZE);
  }

  @Test
  void vectors_ofOneBlockAreNeighbours_andConsumedOnesAreLeftOut() {
    MemorySpec.Vec first = new MemorySpec.Vec(0, 0, 1024);
    MemorySpec.Vec second = new MemorySpec.Vec(0, 1024, 8192);
    IoMemory layout = layoutOf(new MemorySpec.Bvec(List.of(first, second), 1536), 8);

    assertThat(layout.pieces()).isEqualTo(1);
    assertThat(layout.skipped()).isEqualTo(512);
    assertThat(layout.length(0)).isEqualTo(8192);
    assertThat(layout.address(0) % Sectors.PAGE_SIZE).isEqualTo(1024);
  }

  @Test
  void data_beginsBehindWhatWasConsumed() {
    IoMemory layout =
        new IoMemory.Vectors(List.of(new BioVec(world.memory.allocate(2), 8192)), 1024);

    world.buffers.fill(layout, new long[] {Tags.stamp(5, 0), Tags.stamp(5, 1)});

    long first = Sectors.ofBytes(layout.address(0));
    assertThat(world.memory.contents().tag(first + 1)).isEqualTo(Tags.ZERO);
    assertThat(world.memory.contents().tag(first + 2)).isEqualTo(Tags.stamp(5, 0));
    assertThat(world.memory.contents().tag(first + 3)).isEqualTo(Tags.stamp(5, 1));
  }

  @Test
  void vectorsThatAreTooShort_areFollowedByWholePages() {
    MemorySpec.Vec vec = new MemorySpec.Vec(0, 0, 512);
    IoMemory layout = layoutOf(new MemorySpec.Bvec(List.of(vec), 0), 10);

    assertThat(IntStream.range(0, layout.pieces()).map(layout::length))
        .containsExactly(512, 4096, 4096);
  }

  @Test
  void dataOfARead_isWrittenOn_longAfterTheReadsBufferIsFree() {
    world.run(
        read("r", at(A, 100, 8)),
        write("between", at(B, 0, 8)),
        with(write("w", at(B, 16, 8)), new DataSpec.OfRead("r")));

    for (int i = 0; i < 8; i++) {
      assertThat(world.io.store(B).tag(16 + i)).isEqualTo(TestWorld.CONTENT_OF_A.tag(100 + i));
    }
    assertThat(world.complaints).isEmpty();
  }

  @Test
  void dataOfARead_inARepetition_isThatOfTheSameRound() {
    world.run(
        repeat(
            2,
            write("w", at(A, 0, 1)),
            read("r", at(A, 0, 1)),
            with(write("x", at(B, 0, 1)), new DataSpec.OfRead("r"))));

    assertThat(world.io.store(B).tag(0)).isEqualTo(Tags.stamp(3, 0));
  }

  @Test
  void dataOfAReadThatHasNotEnded_isComplainedOf() {
    world.run(with(write("w", at(B, 16, 8)), new DataSpec.OfRead("r")));

    assertThat(world.complaints)
        .extracting(Complaint::message)
        .containsExactly("w takes the data of r, which has not ended on this host");
  }

  @Test
  void buffersOfReads_areStampedBefore_soThatWhatWasNotReadShows() {
    world.io.plan("r", FakeIo.Plan.failing(1));

    world.run(read("r", at(A, 100, 8)), with(write("w", at(B, 0, 8)), new DataSpec.OfRead("r")));

    assertThat(world.io.store(B).tag(3)).isEqualTo(Tags.stamp(0, 3));
  }

  @Test
  void buffers_areKeptUntilTheCallHasEnded_andFreeThen() {
    world.io.plan("w", FakeIo.Plan.after(30));
    world.run(
        asyncWrite("w", at(A, 0, 8)),
        write("x", at(B, 0, 8)),
        Steps.waitFor("w"),
        write("y", at(B, 0, 8)),
        write("z", at(B, 0, 8)));

    List<Long> addresses =
        world.io.requests.stream().map(request -> request.memory().address(0)).toList();
    assertThat(addresses.get(1)).isNotEqualTo(addresses.get(0));
    assertThat(addresses.subList(2, 4)).containsOnly(addresses.get(0));
    assertThat(world.memory.isAllocated(addresses.get(0))).isFalse();
  }

  private IoMemory layoutOf(MemorySpec spec, long sectors) {
    TestWorld fresh = new TestWorld();
    fresh.run(with(write("w", at(A, 0, sectors)), spec));
    IoRequest request = fresh.io.requests.get(0);
    return request.memory();
  }
}
