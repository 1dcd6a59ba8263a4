package io.dmio.report.export;

import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.formats.BlockTrace.Flag;
import io.dmio.formats.TraceOp;
import io.dmio.model.RunModel;
import java.util.EnumSet;
import java.util.Set;

/** What a bio of a run does, in the words of traces. */
final class BioFlags {

  private final RunModel model;

  BioFlags(RunModel model) {
    this.model = model;
  }

  /** What a bio does and how. */
  Set<Flag> flags(int row) {
    int call = model.calls().rowOf(model.bios().call(row));
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (call < 0) {
      flags.add(Flag.WRITE);
      return flags;
    }
    addOp(flags, model.calls().op(call));
    int bits = model.calls().flags(call);
    add(flags, Flag.FLUSH, RequestFlag.PREFLUSH.in(bits));
    add(flags, Flag.FUA, RequestFlag.FUA.in(bits));
    add(flags, Flag.SYNC, RequestFlag.SYNC.in(bits) || model.calls().sync(call));
    add(flags, Flag.META, RequestFlag.META.in(bits));
    add(flags, Flag.AHEAD, RequestFlag.RAHEAD.in(bits));
    return flags;
  }

  /** What a bio does. */
  TraceOp op(int row) {
    Set<Flag> flags = flags(row);
    if (model.bios().bytes(row) == 0) {
      return TraceOp.FLUSH;
    }
    if (flags.contains(Flag.DISCARD)) {
      return TraceOp.DISCARD;
    }
    return flags.contains(Flag.READ) ? TraceOp.READ : TraceOp.WRITE;
  }

  private static void addOp(Set<Flag> flags, RequestOp op) {
    flags.add(op == RequestOp.READ ? Flag.READ : Flag.WRITE);
    add(flags, Flag.DISCARD, op == RequestOp.DISCARD);
  }

  private static void add(Set<Flag> flags, Flag flag, boolean wanted) {
    if (wanted) {
      flags.add(flag);
    }
  }
}
