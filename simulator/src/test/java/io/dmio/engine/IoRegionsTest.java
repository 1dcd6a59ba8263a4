package io.dmio.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.RequestOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IoRegionsTest {

  private final IoRegion first = new IoRegion(FakeDevice.inline(0), 8, 16);
  private final IoRegion second = new IoRegion(FakeDevice.inline(1), 0, 16);

  @Test
  void request_keepsTheRegionsAsTheyWereWhenItWasMade() {
    List<IoRegion> regions = new ArrayList<>(List.of(first, second));
    IoRequest request = IoRequest.of(1, RequestOp.WRITE, false, new IoMemory.None(), regions);
    regions.clear();
    assertThat(request.regions()).containsExactly(first, second);
    assertThat(request.regions()).isEqualTo(List.of(first, second));
  }

  @Test
  void copyOfRegions_isTheSame() {
    IoRegions regions = IoRegions.of(second, first);
    assertThat(IoRegions.copyOf(regions)).isSameAs(regions).containsExactly(second, first);
  }
}
