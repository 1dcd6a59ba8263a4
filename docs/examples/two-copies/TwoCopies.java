import io.dmio.block.RequestOp;
import io.dmio.workload.Host;
import io.dmio.workload.Task;
import java.util.List;

/** Keeps a log of four records in two copies, and goes on without a look at the error bits. */
public final class TwoCopies implements Task {
  private int written;

  @Override
  public void start(Host host) {
    host.get(1);
    append(host);
  }

  private void append(Host host) {
    long sector = written * 8L;
    var copies = List.of(host.region("left", sector, 8), host.region("right", sector, 8));
    host.async(RequestOp.WRITE, copies, host.pages(1), bits -> appended(host));
  }

  private void appended(Host host) {
    if (++written < 4) {
      host.after(0, () -> append(host));
    } else {
      host.put(1);
      host.finish();
    }
  }
}
