package io.dmio.report;

/** What a bar stands for. */
enum BarKind {
  /** A read. */
  READ,
  /** A write with data. */
  WRITE,
  /** A flush, discard or write-zeroes. */
  OTHER;

  static BarKind of(RunModel model, int bioRow) {
    int call = model.calls().rowOf(model.bios().call(bioRow));
    if (call < 0) {
      return OTHER;
    }
    return switch (model.calls().op(call)) {
      case READ -> READ;
      case WRITE -> model.bios().bytes(bioRow) == 0 ? OTHER : WRITE;
      case DISCARD, WRITE_ZEROES -> OTHER;
    };
  }
}
