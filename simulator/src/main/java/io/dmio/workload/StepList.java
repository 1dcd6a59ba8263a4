package io.dmio.workload;

import io.dmio.sim.EventHandler;
import io.dmio.sim.EventKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs a list of steps, one after the other, repetitions included.
 *
 * <p>Every step begins by an event of its own. The list of a {@code then} begins inside the
 * callback instead, and continues there as long as its steps end at once.
 */
final class StepList implements StepOwner, EventHandler {

  private final TaskRun task;
  private final Consumer<StepList> over;
  private final String path;
  private final boolean inline;
  private final Deque<Frame> frames = new ArrayDeque<>();
  private @Nullable StepRun current;
  private String currentName = "";
  private boolean beginning;
  private boolean ended;

  /**
   * Makes a list that has not begun.
   *
   * @param path the step that it is part of, which the names of its steps begin with
   * @param inline whether it runs inside a callback as far as it can
   * @param over hears when its last step has ended
   */
  StepList(
      TaskRun task,
      List<Step> steps,
      RoundNames names,
      String path,
      boolean inline,
      Consumer<StepList> over) {
    this.task = task;
    this.over = over;
    this.path = path;
    this.inline = inline;
    frames.addLast(new Frame(steps, names, 0));
  }

  /** Begins with the first step, now. */
  void start() {
    assert !beginning : stepName() + " is begun inside its own begin";
    boolean goesOn;
    do {
      Step step = nextStep();
      if (step == null) {
        over.accept(this);
        return;
      }
      ended = false;
      beginning = true;
      begin(step);
      beginning = false;
      goesOn = ended && inline;
    } while (goesOn);
    if (ended) {
      task.context().after(0, this);
    }
  }

  @Override
  public void handle(long argument) {
    start();
  }

  @Override
  public void stepEnded() {
    assert current != null : path + " has no step that could end";
    assert !ended : currentName + " ends twice";
    ended = true;
    if (!beginning) {
      task.context().after(0, this);
    }
  }

  @Override
  public TaskRun task() {
    return task;
  }

  @Override
  public RoundNames names() {
    return frames.getLast().names;
  }

  @Override
  public String stepName() {
    return currentName;
  }

  @Override
  public void repeat(Step.Repeat repeat, long times) {
    if (times > 0) {
      frames.addLast(new Frame(repeat.steps(), names(), times).nextRound());
    }
  }

  String waitsFor() {
    return current == null
        ? path + " has not begun"
        : currentName + " waits for " + current.waitsFor();
  }

  private void begin(Step step) {
    currentName = stepPath() + names().suffix();
    int call = StepRuns.callOf(step, this);
    int index = frames.getFirst().next - 1;
    assert index >= 0 : currentName + " is before the first step";
    task.context().record(EventKind.STEP, task.id(), index, call, 0);
    StepRun run = StepRuns.of(step, this, call);
    current = run;
    run.begin();
  }

  private @Nullable Step nextStep() {
    while (!frames.isEmpty()) {
      Frame frame = frames.getLast();
      if (frame.next < frame.steps.size()) {
        return frame.steps.get(frame.next++);
      }
      if (frame.round < frame.rounds) {
        frame.nextRound();
      } else {
        frames.removeLast();
      }
    }
    return null;
  }

  @Override
  public String stepPath() {
    StringBuilder name = new StringBuilder(path);
    for (Frame frame : frames) {
      name.append('.').append(frame.next);
    }
    return name.toString();
  }

  private static final class Frame {

    private final List<Step> steps;
    private final RoundNames outer;
    private final SortedSet<String> ids;
    private final long rounds;
    private RoundNames names;
    private long round;
    private int next;

    private Frame(List<Step> steps, RoundNames names, long rounds) {
      this.steps = steps;
      this.outer = names;
      this.names = names;
      this.ids = RoundNames.idsIn(steps);
      this.rounds = rounds;
    }

    private Frame nextRound() {
      assert round < rounds : "round " + round + " of " + rounds + " is the last";
      next = 0;
      round++;
      names = outer.round(round, ids);
      return this;
    }
  }
}
