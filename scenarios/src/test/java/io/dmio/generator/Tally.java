package io.dmio.generator;

/** How much a model had before it, and how much of that it could judge. */
final class Tally {

  long scenarios;
  long calls;
  long callsJudged;
  long bios;
  long biosJudged;
  long sectorsRead;
  long sectorsReadJudged;
  long sectorsWritten;
  long sectorsWrittenJudged;

  void add(Tally other) {
    scenarios += other.scenarios;
    calls += other.calls;
    callsJudged += other.callsJudged;
    bios += other.bios;
    biosJudged += other.biosJudged;
    sectorsRead += other.sectorsRead;
    sectorsReadJudged += other.sectorsReadJudged;
    sectorsWritten += other.sectorsWritten;
    sectorsWrittenJudged += other.sectorsWrittenJudged;
  }

  static int percent(long part, long all) {
    return all == 0 ? 0 : (int) (100 * part / all);
  }

  private static String share(String what, long part, long all) {
    return what + " " + part + " of " + all + " (" + percent(part, all) + "%)";
  }

  @Override
  public String toString() {
    return scenarios
        + " scenarios; the model judged: "
        + String.join(
            ", ",
            share("error bits of calls", callsJudged, calls),
            share("statuses of bios", biosJudged, bios),
            share("sectors read", sectorsReadJudged, sectorsRead),
            share("sectors written", sectorsWrittenJudged, sectorsWritten));
  }
}
