package io.dmio.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor time of this process: unlike the wall clock it does not see who else is busy. */
public final class CpuClock {

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Nanoseconds of all threads together. */
  long nanos() {
    return system.getProcessCpuTime();
  }
}
