package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.device.DamageListener;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is declared. */
final class DamageLog implements DamageListener {

  /** {@code damaged|repaired|misread first+count}, and of which rule and bio. */
  final List<String> lines = new ArrayList<>();

  @Override
  public void damaged(int device, long first, long count, int rule) {
    lines.add("damaged " + first + "+" + count + " r" + rule);
  }

  @Override
  public void repaired(int device, long first, long count) {
    lines.add("repaired " + first + "+" + count);
  }

  @Override
  public void misread(int device, long first, long count, int rule, Bio bio) {
    lines.add("misread " + first + "+" + count + " r" + rule + " bio " + bio.number());
  }
}
