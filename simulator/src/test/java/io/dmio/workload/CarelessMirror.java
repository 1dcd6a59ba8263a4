package io.dmio.workload;

import io.dmio.block.RequestOp;
import io.dmio.engine.IoMemory;
import java.util.List;

/** Keeps two copies of a log, and does not look at the error bits. */
final class CarelessMirror implements Task {

  private static final int RECORDS = 10;

  private int written;

  @Override
  public void start(Host host) {
    host.get(1);
    append(host, host.pages(1));
  }

  private void append(Host host, IoMemory page) {
    var copies = List.of(host.region("a", written * 8L, 8), host.region("b", written * 8L, 8));
    host.async(RequestOp.WRITE, copies, page, bits -> appended(host, page));
  }

  private void appended(Host host, IoMemory page) {
    written++;
    if (written < RECORDS) {
      host.after(0, () -> append(host, page));
    } else {
      host.put(1);
      host.finish();
    }
  }
}
