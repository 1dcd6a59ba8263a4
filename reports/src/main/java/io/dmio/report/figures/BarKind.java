package io.dmio.report.figures;

import io.dmio.device.LatencyProfile;
import io.dmio.device.LatencySpec;
import io.dmio.model.RunModel;
import java.util.List;

/** What a bar stands for. */
public enum BarKind {
  /** A read. */
  READ(0, "reads"),
  /** A write with data. */
  WRITE(1, "writes"),
  /** A flush. */
  FLUSH(2, "flushes"),
  /** A discard or write-zeroes, or what came without a call. */
  OTHER(3, "discards, write-zeroes");

  /** All of them by code. */
  static final List<BarKind> ALL = List.of(values());

  private final int code;
  private final String plural;

  BarKind(int code, String plural) {
    this.code = code;
    this.plural = plural;
  }

  /** Several of them in words. */
  public String plural() {
    return plural;
  }

  /** What a device takes for it as its scenario says. */
  public LatencySpec of(LatencyProfile profile) {
    return switch (this) {
      case READ -> profile.read();
      case WRITE, OTHER -> profile.write();
      case FLUSH -> profile.flush();
    };
  }

  /** The number in the data of a page. */
  public int code() {
    return code;
  }

  public static BarKind of(RunModel model, int bioRow) {
    int call = model.calls().rowOf(model.bios().call(bioRow));
    if (call < 0) {
      return OTHER;
    }
    return switch (model.calls().op(call)) {
      case READ -> READ;
      case WRITE -> model.bios().bytes(bioRow) == 0 ? FLUSH : WRITE;
      case DISCARD, WRITE_ZEROES -> OTHER;
    };
  }
}
