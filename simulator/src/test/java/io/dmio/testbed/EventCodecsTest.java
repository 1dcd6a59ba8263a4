package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.load;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.BioEventCodec.End;
import io.dmio.block.BioEventCodec.Submit;
import io.dmio.block.BlockStatus;
import io.dmio.block.RequestOp;
import io.dmio.device.PowerEventCodec.Power;
import io.dmio.device.PowerEventCodec.Survive;
import io.dmio.device.Survival;
import io.dmio.engine.CallEventCodec.Call;
import io.dmio.engine.CallEventCodec.Notify;
import io.dmio.engine.CallEventCodec.Refuse;
import io.dmio.engine.CallEventCodec.Return;
import io.dmio.fault.FaultOp;
import io.dmio.mapper.FlakeyFaults;
import io.dmio.mapper.RemapEventCodec.PartEnd;
import io.dmio.mapper.RemapEventCodec.Phase;
import io.dmio.mapper.RemapEventCodec.Remap;
import io.dmio.mapper.TableSpec;
import io.dmio.mapper.TargetSpec;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.sim.LogMode;
import io.dmio.testbed.WorldEvent.Action.CrashHost;
import io.dmio.testbed.WorldEvent.When;
import io.dmio.workload.LoadSpec;
import io.dmio.workload.Quantity;
import io.dmio.workload.Step;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What codecs read of the records of a run is what the fields hold by the page on events. */
final class EventCodecsTest {

  private static final int READ_OR_WRITE = 2;

  private static EventLog log() {
    TargetSpec linear = new TargetSpec.Linear(new Lower(1, 64));
    TargetSpec flakey = new TargetSpec.Flakey(new Lower(0, 0), 0, 1, FlakeyFaults.ERROR_WRITES);
    TableSpec table =
        new TableSpec(
            2,
            "m",
            List.of(new TableSpec.Line(0, 2048, linear), new TableSpec.Line(2048, 64, flakey)));
    WorldSpec spec =
        world()
            .unlikeDisks()
            .bad(1, 64, 8, FaultOp.WRITE)
            .tables(table)
            .task(
                "t",
                write("refused", at(0, 0, 8)),
                get(16),
                write("w", at(0, 8, 8), at(2, 0, 8)),
                load(LoadSpec.Pattern.RANDRW, 60, 4, 1, 0, 2),
                writeAsync("last", at(0, 0, 64)),
                new Step.Sleep(Quantity.of(1_000_000)))
            .taskOf(2, "u", get(1))
            .event(new When.AtBio("last", 0, 0), new CrashHost(Survival.NONE, 1000))
            .event(new When.At(2_500_000), new CrashHost(Survival.ALL, 1000))
            .build();
    return Testbed.run(spec, new RunOptions(LogMode.FULL, RunListener.NONE, null)).log();
  }

  private static long[] fields(EventLog log, long record) {
    return new long[] {
      log.subject(record), log.detail(record), log.a(record), log.b(record), log.c(record)
    };
  }

  @Test
  void codecs_readWhatTheFieldsHold() {
    EventLog log = log();
    Set<EventKind> seen = EnumSet.noneOf(EventKind.class);
    for (long record = 0; record < log.count(); record++) {
      long[] read = read(log, record);
      if (read.length > 0) {
        seen.add(log.kind(record));
        assertThat(read).as(log.kind(record) + " " + record).isEqualTo(fields(log, record));
      }
    }
    assertThat(seen)
        .contains(
            EventKind.SUBMIT,
            EventKind.END,
            EventKind.REMAP,
            EventKind.PART_END,
            EventKind.PHASE,
            EventKind.CALL,
            EventKind.REFUSE,
            EventKind.WARN,
            EventKind.RETURN,
            EventKind.NOTIFY,
            EventKind.POWER,
            EventKind.SURVIVE);
  }

  private static long[] read(EventLog log, long record) {
    return switch (log.kind(record)) {
      case SUBMIT -> fieldsOf(Submit.read(log, record));
      case END -> fieldsOf(End.read(log, record));
      case REMAP -> fieldsOf(Remap.read(log, record));
      case PART_END -> fieldsOf(PartEnd.read(log, record));
      case PHASE -> fieldsOf(Phase.read(log, record));
      case CALL -> fieldsOf(Call.read(log, record));
      case REFUSE, WARN -> fieldsOf(Refuse.read(log, record));
      case RETURN -> fieldsOf(Return.read(log, record));
      case NOTIFY -> fieldsOf(Notify.read(log, record));
      case POWER -> fieldsOf(Power.read(log, record));
      case SURVIVE -> fieldsOf(Survive.read(log, record));
      default -> new long[0];
    };
  }

  private static long[] of(long subject, long detail, long a, long b, long c) {
    return new long[] {subject, detail, a, b, c};
  }

  private static long[] fieldsOf(Submit e) {
    return of(e.bio(), (long) e.region() << 16 | e.device(), e.sector(), e.bytes(), e.call());
  }

  private static long[] fieldsOf(End e) {
    return of(e.bio(), ordinal(e.status()) << 16 | e.device(), e.sector(), e.residual(), e.call());
  }

  private static long[] fieldsOf(Remap e) {
    long size = (long) e.bytes() << 32 | e.part();
    return of(e.bio(), (long) e.table() << 16 | e.device(), e.sector(), size, e.origin());
  }

  private static long[] fieldsOf(PartEnd e) {
    return of(e.bio(), ordinal(e.status()) << 16 | e.device(), e.sector(), e.residual(), e.part());
  }

  private static long[] fieldsOf(Phase e) {
    return of(e.table(), e.up() ? 1 : 0, e.line(), 0, 0);
  }

  private static long[] fieldsOf(Call e) {
    long op = List.of(RequestOp.values()).indexOf(e.op());
    assertThat(op).isLessThan(READ_OR_WRITE);
    long mode = (e.sync() ? 0 : 1) + (e.plain() ? 2 : 0);
    long detail = op | mode << 8 | (long) e.flags() << 16;
    return of(e.call(), detail, e.regions(), e.sectors(), 0);
  }

  private static long[] fieldsOf(Refuse e) {
    assertThat(e.refusal().text()).isEqualTo("no-pool");
    return of(e.call(), 2, 0, 0, 0);
  }

  private static long[] fieldsOf(Return e) {
    return of(e.call(), e.errno(), e.bits(), e.bitsWritten() ? 1 : 0, 0);
  }

  private static long[] fieldsOf(Notify e) {
    return of(e.call(), 0, e.bits(), 0, 0);
  }

  private static long[] fieldsOf(Power e) {
    long what = List.of("CUT", "RESTORED", "OFFLINE", "ONLINE").indexOf(e.change().name());
    long survives = List.of(Survival.values()).indexOf(e.survives());
    return of(e.device(), what, survives, e.bios(), e.ownerGone() ? 1 : 0);
  }

  private static long[] fieldsOf(Survive e) {
    long state = List.of("DURABLE", "CACHED", "IN_FLIGHT", "UNREADABLE").indexOf(e.state().name());
    long which = (long) e.survived() << 32 | e.contents();
    return of(e.device(), state, e.sector(), e.sectors(), which);
  }

  private static long ordinal(BlockStatus status) {
    return List.of(BlockStatus.values()).indexOf(status);
  }
}
