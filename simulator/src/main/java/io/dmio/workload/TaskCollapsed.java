package io.dmio.workload;

/**
 * Code of the user has used up its stack or the memory, perhaps in the middle of what the host does
 * for it: the run ends here. What has happened was complained of.
 */
public final class TaskCollapsed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TaskCollapsed(VirtualMachineError cause) {
    super(cause);
  }
}
