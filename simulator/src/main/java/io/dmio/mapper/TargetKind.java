package io.dmio.mapper;

/** The targets of this package, with their names and arguments in tables. */
public enum TargetKind {
  /** {@link LinearTarget}. */
  LINEAR("linear", "DEV OFFSET", "passes everything to DEV, from its sector OFFSET on"),
  /** {@link StripedTarget}. */
  STRIPED(
      "striped",
      "N CHUNK (DEV OFFSET)...",
      "spreads chunks of CHUNK sectors over N devices, one after the other"),
  /** {@link ErrorTarget}. */
  ERROR("error", "", "fails everything"),
  /** {@link ZeroTarget}. */
  ZERO("zero", "", "reads zeroes, and forgets what is written"),
  /** {@link DelayTarget}. */
  DELAY(
      "delay",
      "DEV OFFSET MS [DEV OFFSET MS [DEV OFFSET MS]]",
      "passes everything MS milliseconds later; a second three are for writes and flushes, a third"
          + " for flushes"),
  /** {@link FlakeyTarget}. */
  FLAKEY(
      "flakey",
      "DEV OFFSET UP DOWN [N FEATURE...]",
      "passes everything for UP seconds, and then for DOWN seconds fails it, or does what its"
          + " features say: error_reads, error_writes, drop_writes, corrupt_bio_byte NTH r|w VALUE"
          + " 0"),
  /** {@link DustTarget}. */
  DUST(
      "dust",
      "DEV OFFSET BLOCK",
      "passes everything, in blocks of BLOCK bytes, as long as no message says that one is bad");

  private final String text;
  private final String arguments;
  private final String about;

  TargetKind(String text, String arguments, String about) {
    this.text = text;
    this.arguments = arguments;
    this.about = about;
  }

  /** Its name in tables. */
  public String text() {
    return text;
  }

  /** Its arguments in the words of dmsetup; empty if there are none. */
  public String arguments() {
    return arguments;
  }

  /** What it does. */
  public String about() {
    return about;
  }
}
