package io.dmio.engine;

import io.dmio.block.RequestOp;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.Simulation;

/** The layout of the records that tell of calls; whoever makes calls writes them. */
public final class CallEventCodec {

  private CallEventCodec() {}

  /**
   * {@link EventKind#CALL}.
   *
   * @param call the call's number
   * @param op what it does
   * @param sync whether it returns only when all is done
   * @param plain whether it is a bio that goes past dm-io
   * @param flags bits of {@link io.dmio.block.RequestFlag}
   * @param regions how many regions it has
   * @param sectors of all regions
   */
  public record Call(
      int call, RequestOp op, boolean sync, boolean plain, int flags, int regions, long sectors) {

    private static final RequestOp[] OPS = RequestOp.values();
    private static final int OP = 0xff;
    private static final int ASYNC = 1 << 8;
    private static final int PLAIN = 2 << 8;
    private static final int FLAGS_SHIFT = 16;

    /** Records that a call is made. */
    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new operations go to the end
    public static void write(Simulation simulation, IoRequest request, boolean plain) {
      int mode = (request.sync() ? 0 : ASYNC) | (plain ? PLAIN : 0);
      simulation.record(
          EventKind.CALL,
          request.call(),
          request.op().ordinal() | mode | request.flags() << FLAGS_SHIFT,
          request.regions().size(),
          sectorsOf(request),
          0);
    }

    private static long sectorsOf(IoRequest request) {
      long sectors = 0;
      for (int region = 0; region < request.regions().size(); region++) {
        sectors += request.regions().get(region).count();
      }
      return sectors;
    }

    /** Reads a record of this kind. */
    public static Call read(EventLog log, long record) {
      int detail = log.detail(record);
      return new Call(
          log.subject(record),
          OPS[detail & OP],
          (detail & ASYNC) == 0,
          (detail & PLAIN) != 0,
          detail >>> FLAGS_SHIFT,
          (int) log.a(record),
          log.b(record));
    }
  }

  /**
   * {@link EventKind#REFUSE} and {@link EventKind#WARN}.
   *
   * @param call the call's number, -1 of a get or put
   * @param refusal the rule that it breaks
   */
  public record Refuse(int call, Refusal refusal) {

    private static final Refusal[] REFUSALS = Refusal.values();

    /** Records that a call, a get or a put is refused. */
    public static void write(Simulation simulation, int call, Refusal refusal) {
      write(EventKind.REFUSE, simulation, call, refusal);
    }

    /** Records a warning of the host. */
    static void warn(Simulation simulation, int call, Refusal refusal) {
      write(EventKind.WARN, simulation, call, refusal);
    }

    @SuppressWarnings("EnumOrdinal") // part of the fingerprint: new refusals go to the end
    private static void write(EventKind kind, Simulation simulation, int call, Refusal refusal) {
      simulation.record(kind, call, refusal.ordinal(), 0, 0, 0);
    }

    /** Reads a record of one of these kinds. */
    public static Refuse read(EventLog log, long record) {
      return new Refuse(log.subject(record), REFUSALS[log.detail(record)]);
    }
  }

  /**
   * {@link EventKind#RETURN}.
   *
   * @param call the call's number
   * @param errno the value of its errno
   * @param bits its error bits
   * @param bitsWritten whether they were written
   */
  public record Return(int call, int errno, long bits, boolean bitsWritten) {

    /** Records that a call returns. */
    public static void write(Simulation simulation, int call, IoReturn result) {
      simulation.record(
          EventKind.RETURN,
          call,
          result.errno().value(),
          result.bits(),
          result.bitsWritten() ? 1 : 0,
          0);
    }

    /** Reads a record of this kind. */
    public static Return read(EventLog log, long record) {
      return new Return(log.subject(record), log.detail(record), log.a(record), log.b(record) == 1);
    }
  }

  /**
   * {@link EventKind#NOTIFY}.
   *
   * @param call the call's number
   * @param bits its error bits
   */
  public record Notify(int call, long bits) {

    /** Records that an asynchronous call is notified. */
    public static void write(Simulation simulation, int call, long bits) {
      simulation.record(EventKind.NOTIFY, call, 0, bits, 0, 0);
    }

    /** Reads a record of this kind. */
    public static Notify read(EventLog log, long record) {
      return new Notify(log.subject(record), log.a(record));
    }
  }
}
