package io.dmio.workload;

/**
 * The user's code has used up its stack or the memory, perhaps in the middle of what the host does
 * for it, so the run ends here. The complaint says what happened.
 */
public final class TaskCollapsed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskCollapsed(VirtualMachineError cause) {
    super(cause);
  }
}
