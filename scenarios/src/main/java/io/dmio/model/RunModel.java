package io.dmio.model;

import io.dmio.block.BioEventCodec.End;
import io.dmio.block.BioEventCodec.Submit;
import io.dmio.block.BlockStatus;
import io.dmio.engine.CallEventCodec.Call;
import io.dmio.engine.CallEventCodec.Notify;
import io.dmio.engine.CallEventCodec.Refuse;
import io.dmio.engine.CallEventCodec.Return;
import io.dmio.mapper.RemapEventCodec.PartEnd;
import io.dmio.mapper.RemapEventCodec.Phase;
import io.dmio.mapper.RemapEventCodec.Remap;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.RunResult.PoolResult;
import java.util.ArrayList;
import java.util.List;

/** What an event log says of calls, bios, pools and faults; made by reading it once. */
public final class RunModel {

  private final BioTable bios = new BioTable();
  private final CallTable calls = new CallTable();
  private final List<PoolTrack> pools = new ArrayList<>();
  private final FaultTable faults;
  private final HappeningTable happenings;
  private final FaultTrack faultTrack = new FaultTrack();
  private final PhaseTrack phases = new PhaseTrack();
  private final WaitTable waits = new WaitTable();
  private final RunResult result;
  private final TimeWindow asked;
  private long lastNanos;

  private RunModel(RunResult result, TimeWindow asked) {
    this.result = result;
    this.asked = asked;
    faults = new FaultTable(result.rules());
    happenings = new HappeningTable(result);
    for (PoolResult pool : result.pools()) {
      pools.add(new PoolTrack(pool.name()));
    }
  }

  /** Reads the log of a run, to show all of it. */
  public static RunModel of(RunResult result) {
    return of(result, TimeWindow.ALL);
  }

  /** Reads the log of a run, to show a window of it. */
  public static RunModel of(RunResult result, TimeWindow asked) {
    RunModel model = new RunModel(result, asked);
    model.read();
    return model;
  }

  /** Reads what the log of a run says of calls, bios and faults, and nothing of pools. */
  public static RunModel ofBios(RunResult result) {
    RunModel model = new RunModel(result, TimeWindow.ALL);
    model.pools.clear();
    model.read();
    return model;
  }

  public RunResult result() {
    return result;
  }

  public BioTable bios() {
    return bios;
  }

  public CallTable calls() {
    return calls;
  }

  public List<PoolTrack> pools() {
    return pools;
  }

  public FaultTable faults() {
    return faults;
  }

  public HappeningTable happenings() {
    return happenings;
  }

  /** The rule that made a bio fail, by the bio's row; -1: none, or the bio's disk was gone. */
  public int ruleThatFailed(int row) {
    int bio = bios.number(row);
    boolean gone = happenings.causeOf(bio) != null;
    int device = bios.device(bios.failedFirst(row));
    return gone || !bios.failed(row) ? -1 : faults.ruleOf(bio, device);
  }

  /** Where and when rules took hold. */
  public FaultTrack faultTrack() {
    return faultTrack;
  }

  /** When targets went down and came up. */
  public PhaseTrack phases() {
    return phases;
  }

  public WaitTable waits() {
    return waits;
  }

  /** When a wait was over; one that never was lasts as long as the run. */
  public long waitEnd(int row) {
    return waits.to(row) < 0 ? endNanos() : waits.to(row);
  }

  /** The window as it was asked for. */
  public TimeWindow asked() {
    return asked;
  }

  /** Whether only a part of the run is looked at. */
  public boolean windowed() {
    return !asked.isAll();
  }

  /** The virtual time that is drawn: what was asked for, as far as the run goes. */
  public TimeWindow window() {
    return asked.until(endNanos());
  }

  /** Whether a bio was at its device at some moment of the window. */
  public boolean showsBio(int row) {
    return asked.overlaps(bios.submitted(row), bioEnd(row));
  }

  /** Whether a call was under way at some moment of the window. */
  public boolean showsCall(int row) {
    long ended = Math.max(calls.ended(row), calls.lost(row));
    return asked.overlaps(calls.started(row), ended < 0 ? endNanos() : ended);
  }

  /** When a bio ended or was lost with its host; one that is neither lasts as long as the run. */
  public long bioEnd(int row) {
    long ended = Math.max(bios.ended(row), bios.lost(row));
    return ended < 0 ? endNanos() : ended;
  }

  private long endNanos() {
    return Math.max(1, Math.max(lastNanos, result.totals().virtualTimeNanos()));
  }

  private void read() {
    EventLog log = result.log();
    for (long record = log.first(); record < log.count(); record++) {
      read(log, record);
    }
  }

  private void read(EventLog log, long record) {
    EventKind kind = log.kind(record);
    lastNanos = Math.max(lastNanos, log.time(record));
    switch (kind) {
      case CALL, REFUSE, RETURN, NOTIFY -> readCall(kind, log, record);
      case SUBMIT, ISSUE, END -> readBio(kind, log, record);
      case REMAP, PART_END -> readPart(kind, log, record);
      case POOL_TAKE, POOL_GIVE, POOL_WAIT, POOL_RESIZE -> readPool(kind, log, record);
      case PHASE -> readPhase(log, record);
      case FAULT, HEAL -> readFault(kind, log, record);
      case ACTION, POWER, CRASH, BOOT -> readOutside(kind, log, record);
      default -> {
        // Nothing of the others is drawn.
      }
    }
  }

  private void readPhase(EventLog log, long record) {
    Phase phase = Phase.read(log, record);
    phases.begins(log.time(record), phase.table(), phase.line(), phase.up());
  }

  private void readOutside(EventKind kind, EventLog log, long record) {
    happenings.read(log, record);
    if (kind == EventKind.CRASH) {
      calls.lose(log.time(record));
      bios.lose(log.time(record));
      pools.forEach(pool -> pool.gone(log.time(record)));
    } else if (kind == EventKind.BOOT) {
      calls.begin(log.detail(record));
    }
  }

  private void readFault(EventKind kind, EventLog log, long record) {
    int rule = log.subject(record);
    int device = log.detail(record);
    long time = log.time(record);
    if (kind == EventKind.FAULT) {
      int bio = (int) log.c(record);
      faults.fired(rule, device, log.a(record), log.b(record), bio);
      faultTrack.fired(record, time, rule, device, log.a(record), log.b(record), bio);
    } else {
      faultTrack.healed(time, rule, device, log.a(record), log.b(record));
    }
  }

  private void readCall(EventKind kind, EventLog log, long record) {
    long time = log.time(record);
    if (kind != EventKind.CALL) {
      waits.goesOn(log.subject(record), time);
    }
    switch (kind) {
      case CALL -> calls.made(Call.read(log, record), time);
      case REFUSE -> calls.refused(Refuse.read(log, record));
      case RETURN -> calls.returned(Return.read(log, record), time);
      default -> calls.notified(Notify.read(log, record), time);
    }
  }

  private void readBio(EventKind kind, EventLog log, long record) {
    int bio = log.subject(record);
    long time = log.time(record);
    switch (kind) {
      case SUBMIT -> {
        Submit submit = Submit.read(log, record);
        bios.submitted(submit, time);
        waits.goesOn(submit.call(), time);
      }
      case ISSUE -> bios.issued(bio, (int) log.c(record), time);
      default -> {
        End end = End.read(log, record);
        bios.ended(end, time);
        if (end.status() == BlockStatus.OFFLINE) {
          happenings.endedOffline(bio, end.device());
        }
      }
    }
    if (kind != EventKind.ISSUE) {
      bios.event(bio, kind == EventKind.END, record);
    }
  }

  private void readPart(EventKind kind, EventLog log, long record) {
    long time = log.time(record);
    if (kind == EventKind.REMAP) {
      bios.sentOn(Remap.read(log, record), time, record);
      return;
    }
    PartEnd end = PartEnd.read(log, record);
    bios.partEnded(end, time, record);
    int row = bios.rowOfPart(end.part());
    boolean offline = end.status() == BlockStatus.OFFLINE;
    if (offline && row >= 0 && bios.failedFirst(bios.whole(row)) == row) {
      happenings.endedOffline(end.bio(), end.device());
    }
  }

  private void readPool(EventKind kind, EventLog log, long record) {
    if (log.subject(record) >= pools.size()) {
      return;
    }
    PoolTrack pool = pools.get(log.subject(record));
    long time = log.time(record);
    boolean reserve = log.detail(record) == 1;
    switch (kind) {
      case POOL_TAKE -> pool.level(time, log.a(record), log.b(record), false);
      case POOL_GIVE -> pool.level(time, log.a(record), log.b(record), reserve);
      case POOL_WAIT -> {
        pool.waits(time, log.a(record));
        waits.waits(record, time, log.subject(record), (int) log.c(record));
      }
      default -> pool.resized(time, log.a(record), log.b(record));
    }
  }
}
