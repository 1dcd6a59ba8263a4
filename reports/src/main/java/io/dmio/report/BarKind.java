package io.dmio.report;

/** What a bar stands for. */
enum BarKind {
  /** A read. */
  READ(0),
  /** A write with data. */
  WRITE(1),
  /** A flush, discard or write-zeroes. */
  OTHER(2);

  private final int code;

  BarKind(int code) {
    this.code = code;
  }

  /** The number in the data of a page. */
  int code() {
    return code;
  }

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
