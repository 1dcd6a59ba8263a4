package io.dmio.workload;

import java.util.function.Supplier;

/**
 * Makes a task each time that one starts: for every run, and again after a reboot. Equal runs need
 * equal tasks, so what it makes has no state of an earlier run.
 *
 * <p>Whatever the code of a task throws, wherever it came from, ends that task with a complaint and
 * not the run. Worked example, of code that is given as a lambda and of an object whose state is
 * read after its only run:
 *
 * <pre>{@code
 * TaskFactory idle = () -> host -> host.finish();
 *
 * Wal wal = new Wal();
 * TaskFactory once = TaskFactory.of(() -> wal, watch);
 * TaskSpec task = TaskSpec.ofCode(0, "wal", once);
 * }</pre>
 */
@FunctionalInterface
public interface TaskFactory {

  /**
   * Makes a task. What is thrown here is a mistake of the task, and so is null.
   *
   * @return a task that has not started
   */
  Task create();

  /** Who watches over the code of the tasks; {@link CodeWatch#NONE} unless somebody does. */
  default CodeWatch watch() {
    return CodeWatch.NONE;
  }

  /**
   * Makes tasks as a supplier does, watched over.
   *
   * @param tasks a constructor, a lambda that returns a lambda, or one that returns an object
   * @param watch tells whether the code has gone astray in time or into another thread
   */
  static TaskFactory of(Supplier<? extends Task> tasks, CodeWatch watch) {
    return new TaskFactory() {

      @Override
      public Task create() {
        return tasks.get();
      }

      @Override
      public CodeWatch watch() {
        return watch;
      }
    };
  }
}
