package io.dmio.generator;

import io.dmio.block.RequestOp;
import io.dmio.sim.EventLog;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The error bits that each caller must be told, by the statuses of its bios in the event log: bit i
 * is set if and only if a bio of region i failed. Where no bio went, because the disk cannot
 * discard or write zeroes, the scenario says so.
 */
final class BitsModel {

  private static final int REGION_SHIFT = 16;
  private static final int FLAG_SHIFT = 8;
  private static final int PLAIN_BIO = 2;
  private static final int MOST_REGIONS = 64;

  private final ModelWorld world;
  private final EventLog log;
  private final Map<Integer, String> names;
  private final Tally tally;
  private final Map<Integer, Call> calls = new HashMap<>();
  private final Map<Integer, Bio> bios = new HashMap<>();

  private static final class Call {
    private RequestOp op = RequestOp.READ;
    private int regions;
    private boolean async;
    private boolean plain;
    private boolean refused;
    private int open;
    private long failed;
    private long sent;
  }

  private record Bio(int call, int region) {}

  /**
   * Judges nothing yet.
   *
   * @param names of the calls, by number
   */
  BitsModel(ModelWorld world, EventLog log, Map<Integer, String> names, Tally tally) {
    this.world = world;
    this.log = log;
    this.names = names;
    this.tally = tally;
  }

  /** Looks at a record of the log. */
  void see(long record) {
    int subject = log.subject(record);
    switch (log.kind(record)) {
      case CALL -> begin(subject, log.detail(record), (int) log.a(record));
      case REFUSE -> call(subject).refused = true;
      case SUBMIT -> submit(subject, (int) log.c(record), log.detail(record) >>> REGION_SHIFT);
      case END -> end(subject, log.detail(record) >>> REGION_SHIFT != 0);
      case RETURN -> returned(subject, log.detail(record), log.a(record), log.b(record) == 1);
      case NOTIFY -> notified(subject, log.a(record));
      default -> {}
    }
  }

  private Call call(int number) {
    return calls.computeIfAbsent(number, n -> new Call());
  }

  private void begin(int number, int detail, int regions) {
    Call call = call(number);
    int mode = detail >>> FLAG_SHIFT & 0xff;
    call.op = RequestOp.values()[detail & 0xff];
    call.async = (mode & 1) != 0;
    call.plain = (mode & PLAIN_BIO) != 0;
    call.regions = regions;
    tally.calls++;
  }

  private void submit(int number, int call, int region) {
    bios.put(number, new Bio(call, region));
    call(call).open++;
    call(call).sent |= 1L << region;
  }

  private void end(int number, boolean failed) {
    Bio bio = bios.remove(number);
    if (bio == null) {
      throw new Difference("bio " + number + " ended and was never submitted");
    }
    Call call = call(bio.call);
    call.open--;
    call.failed |= failed ? 1L << bio.region : 0;
  }

  private void returned(int number, int errno, long bits, boolean written) {
    Call call = call(number);
    if (call.async || call.refused || !written) {
      return;
    }
    if (!call.plain && (bits != 0) != (errno != 0)) {
      throw new Difference(name(number) + " returned " + errno + " with bits " + bits);
    }
    judge(number, call, bits);
  }

  private void notified(int number, long bits) {
    Call call = call(number);
    if (!call.refused) {
      judge(number, call, bits);
    }
  }

  private void judge(int number, Call call, long bits) {
    if (call.open != 0) {
      throw new Difference(name(number) + " was told before " + call.open + " bios had ended");
    }
    if (call.regions > MOST_REGIONS) {
      throw new Difference(name(number) + " has " + call.regions + " regions and was done");
    }
    boolean several = call.op == RequestOp.READ && call.regions > 1;
    long expected = several ? 1 : call.failed; // refused, and the callback hears of it
    long doubtful = 0;
    for (int region = 0; region < call.regions; region++) {
      Boolean fails = failsUnsent(number, call, region);
      if (fails == null) {
        doubtful |= 1L << region;
      } else if (fails) {
        expected |= 1L << region;
      }
    }
    if (((bits ^ expected) & ~doubtful) != 0) {
      throw new Difference(
          name(number)
              + " was told bits "
              + Long.toBinaryString(bits)
              + ", its bios say "
              + Long.toBinaryString(expected));
    }
    tally.callsJudged += doubtful == 0 ? 1 : 0;
  }

  /** Whether a region fails without a bio; null if the model does not know. */
  private @Nullable Boolean failsUnsent(int number, Call call, int region) {
    boolean data = call.op == RequestOp.READ || call.op == RequestOp.WRITE;
    if (data || call.plain || (call.sent >>> region & 1) != 0) {
      return false;
    }
    String verb = call.op == RequestOp.DISCARD ? "discard" : "write-zeroes";
    Map<?, ?> step = world.step(name(number));
    Object places = step.get(verb);
    if (places == null) {
      return null;
    }
    ModelPlace place = ModelPlace.of(ModelWorld.texts(places).get(region));
    ModelWorld.Disk disk = world.disks.get(place.disk());
    boolean flushes = ModelWorld.texts(step.get("flags")).contains("preflush");
    if (place.count() == 0 && !flushes) {
      return false;
    }
    if (disk == null) {
      return null;
    }
    long most = call.op == RequestOp.DISCARD ? disk.mostDiscard() : disk.mostZeroes();
    return most == 0;
  }

  private String name(int number) {
    return names.getOrDefault(number, "call " + number);
  }
}
