package io.dmio.sim;

/**
 * A contradiction inside the simulated host, as the kernel's {@code BUG_ON}: it ends the run.
 *
 * <p>Under a museum exhibit it is a finding; without one it is a defect of the simulator.
 */
public final class KernelBug extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes a bug; the message says what was contradicted, with the values. */
  public KernelBug(String message) {
    super(message);
  }
}
