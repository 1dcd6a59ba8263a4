package io.dmio.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import org.junit.jupiter.api.Test;

final class FlightsTest {

  private final CheckFixture world = new CheckFixture();

  private void submit(int bios) {
    for (int i = 0; i < bios; i++) {
      world.submit(RequestOp.WRITE, 8L * i, 8);
    }
  }

  @Test
  void biosUnderWay_areThoseThatHaveNotEnded() {
    assertThat(world.flights.underWay()).isZero();
    submit(3);
    assertThat(world.flights.underWay()).isEqualTo(3);
    world.disk.end(BlockStatus.OK);
    world.disk.end(BlockStatus.MEDIUM);
    assertThat(world.flights.underWay()).isEqualTo(1);
    submit(2);
    assertThat(world.flights.underWay()).isEqualTo(3);
    assertThat(world.flights.submitted()).isEqualTo(5);
  }

  @Test
  void hostThatDies_leavesNoneUnderWay() {
    submit(3);
    world.disk.end(BlockStatus.OK);

    world.flights.dropHost();

    assertThat(world.flights.underWay()).isZero();
    assertThat(world.flights.slots()).noneMatch(Flight::isOpen);
    submit(4);
    assertThat(world.flights.underWay()).isEqualTo(4);
    assertThat(world.flights.slots()).hasSize(4).allMatch(Flight::isOpen);
  }
}
