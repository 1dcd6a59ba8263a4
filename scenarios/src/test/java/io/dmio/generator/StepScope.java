package io.dmio.generator;

import io.dmio.generator.Draft.Dimension;
import java.util.ArrayList;
import java.util.List;

/**
 * Where steps stand.
 *
 * @param task the task's name
 * @param dimensions what numbers the names here, the outermost first
 * @param depth how deep in repetitions and callbacks
 */
record StepScope(String task, List<Dimension> dimensions, int depth) {

  StepScope repeated(int times) {
    List<Dimension> inner = new ArrayList<>(dimensions);
    inner.add(new Dimension(times));
    return new StepScope(task, inner, depth + 1);
  }

  StepScope inCallback() {
    return new StepScope(task, dimensions, depth + 1);
  }
}
