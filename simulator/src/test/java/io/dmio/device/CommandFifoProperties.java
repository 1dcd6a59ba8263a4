package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import java.util.ArrayDeque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class CommandFifoProperties {

  @Property(tries = 300)
  void line_isFirstInFirstOut(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> steps) {
    CommandFifo line = new CommandFifo();
    ArrayDeque<DiskCommand> model = new ArrayDeque<>();
    CommandSlots stays = new CommandSlots();
    for (int step : steps) {
      if (step == 0) {
        line.clear();
        model.clear();
      } else if (step < 5) {
        DiskCommand left = line.poll();
        assertThat(left).isSameAs(model.poll());
        if (left != null) {
          stays.giveBack(left);
        }
      } else {
        DiskCommand stay = stays.take(new Bio());
        line.add(stay);
        model.add(stay);
      }
      assertThat(line.size()).isEqualTo(model.size());
    }
  }
}
