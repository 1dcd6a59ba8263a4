package io.dmio.workload;

import io.dmio.sim.KernelBug;
import io.dmio.sim.LimitReached;
import org.jspecify.annotations.Nullable;

/**
 * Runs the user's code. What it throws ends its task with a complaint; after that, none of its code
 * runs any more.
 */
final class UserCode {

  /** Callbacks within callbacks; a stack overflow would come at a depth that the JVM chooses. */
  private static final int MOST_NESTED = 100;

  private final TaskRun task;
  private final String step;
  private final Runnable finish;
  private final CodeWatch watch;
  private int nested;
  private boolean broken;
  private @Nullable TaskCollapsed collapsed;

  /**
   * Runs nothing yet.
   *
   * @param finish ends the step when the code has broken
   */
  UserCode(TaskRun task, String step, Runnable finish, CodeWatch watch) {
    this.task = task;
    this.step = step;
    this.finish = finish;
    this.watch = watch;
  }

  void run(Runnable action) {
    if (broken) {
      return;
    }
    if (nested == MOST_NESTED) {
      breakOff(
          Complaint.Kind.MISUSE,
          "makes calls within callbacks, "
              + MOST_NESTED
              + " deep: go on with after(0, ...) instead");
      return;
    }
    nested++;
    task.context().enterUserCode();
    watch.entered();
    try {
      runWatched(action);
      tellRefusal();
    } finally {
      watch.left();
      task.context().leaveUserCode();
      assert nested > 0 && nested <= MOST_NESTED : nested + " callbacks within callbacks";
      nested--;
    }
    if (collapsed != null) {
      throw collapsed;
    }
  }

  /**
   * Says why the user's code may not call this method of its host just now, or null if it may. The
   * run hears of it as well, since a thread of the code's own keeps what is thrown to itself.
   */
  @Nullable String objection(String method) {
    String why =
        task.context().runsUserCode()
            ? watch.objection()
            : "outside of start and callbacks: they alone run in virtual time";
    if (why == null) {
      return null;
    }
    String objection = "it called " + method + " " + why;
    watch.refused(this, objection);
    return objection;
  }

  private void tellRefusal() {
    String told = watch.takeRefusal(this);
    if (told != null) {
      breakOff(Complaint.Kind.MISUSE, "used its host wrongly: " + told);
    }
  }

  private void runWatched(Runnable action) {
    try {
      action.run();
    } catch (LimitReached | TaskCollapsed e) {
      throw e;
    } catch (KernelBug e) {
      ThrownWords words = new ThrownWords(e, UserCode.class);
      if (!words.isPastTheHost()) {
        throw e;
      }
      misused(words);
    } catch (VirtualMachineError e) {
      threw(new ThrownWords(e, UserCode.class), adviceOn(e));
      collapsed = new TaskCollapsed(e);
    } catch (Throwable e) { // whatever it is, it is the user's
      watch.threw(e);
      ThrownWords words = new ThrownWords(e, UserCode.class);
      if (words.isMisuse()) {
        misused(words);
      } else {
        threw(words, "");
      }
    }
  }

  private static String adviceOn(VirtualMachineError e) {
    return e instanceof OutOfMemoryError
        ? "; if it needs as much, give Java more, as in DMIO_JAVA_OPTS=-Xmx2g"
        : "";
  }

  private void misused(ThrownWords words) {
    String message = words.message().isEmpty() ? words.what() : words.message();
    breakOff(Complaint.Kind.MISUSE, "used its host wrongly: " + message + words.where());
  }

  private void threw(ThrownWords words, String advice) {
    breakOff(Complaint.Kind.THROWN, "threw " + words.what() + words.where() + advice);
  }

  private void breakOff(Complaint.Kind kind, String what) {
    if (broken) {
      return;
    }
    assert task.context().runsUserCode() : step + " breaks while none of its code runs";
    broken = true;
    String message = "the code of task " + task.name() + " " + what;
    task.context().complain(Complaint.ofStep(kind, task.id(), step, message));
    finish.run();
  }
}
