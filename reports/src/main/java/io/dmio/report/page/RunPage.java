package io.dmio.report.page;

import java.util.List;

/** Everything that the page's template prints, in the order of the page. */
public record RunPage(
    String title,
    String verdict,
    boolean holds,
    String sentence,
    List<Fact> facts,
    WindowView window,
    String state,
    PowerPage power,
    String replay,
    List<FailureView> failures,
    String failuresNote,
    List<CallView> calls,
    String callsNote,
    List<BioView> bios,
    String biosNote,
    String chartNote,
    boolean binned,
    RawContent chartData,
    List<String> percentiles,
    List<LatencyView> latencies,
    List<DeviceView> devices,
    List<WaitView> waits,
    List<PoolView> pools,
    List<RuleView> rules,
    long worlds,
    List<CheckView> checks,
    String file,
    List<LineView> lines,
    String linesNote,
    RawContent style,
    RawContent charts,
    RawContent script) {

  /** Whether a device stands on others. */
  public boolean stacked() {
    return devices.stream().anyMatch(device -> !device.table().isEmpty());
  }

  /** A label and a value. */
  record Fact(String label, String value) {}

  /** What a page says of the window that it shows; empty texts where it shows the whole run. */
  record WindowView(String note, String calls, String bios, String latency) {}

  /** A failure; line 0: none. */
  record FailureView(
      String check,
      String when,
      String message,
      String where,
      String expected,
      String actual,
      String rule,
      int line) {}

  /**
   * A call with its bits, the highest region first, and why they are set.
   *
   * @param heading what stands before it
   * @param outside whether it is outside of the window
   */
  public record CallView(
      String heading,
      int number,
      String name,
      String task,
      String what,
      String made,
      String took,
      String returned,
      String bits,
      boolean failed,
      boolean outside,
      List<BitView> regions,
      List<SentenceView> story) {}

  /** Why a bio's failure set a bit; event: its end. Bio -1: a bit is set, and no bio failed. */
  record SentenceView(int bio, long event, String text) {}

  /** A bit; bio -1: no bio is shown; line 0: no rule. */
  public record BitView(
      int region, String device, String sectors, boolean set, int bio, String rule, int line) {}

  /** A bio; line 0: no rule; outside: of the window. */
  record BioView(
      int number,
      int call,
      String callName,
      int region,
      String device,
      String what,
      String sectors,
      String submitted,
      String waited,
      String took,
      String status,
      boolean failed,
      boolean outside,
      String rule,
      int line) {}

  /** Percentiles of one kind of latency, observed or as specified. */
  record LatencyView(
      String name, String kind, String count, List<String> values, boolean specified) {}

  /**
   * A device at the end, and how it was used in the window.
   *
   * @param table of a stacked device the lines of its table
   */
  public record DeviceView(
      String name,
      List<String> table,
      long bios,
      long failed,
      String read,
      String written,
      int most,
      String readsPerSecond,
      String writesPerSecond,
      String readRate,
      String writeRate,
      String atOnce,
      String busy) {}

  /** How calls waited for a pool in the window: how often, altogether, on average, the longest. */
  record WaitView(String pool, long count, String sum, String mean, String most) {}

  /** A pool at the end. */
  record PoolView(
      String name,
      int minNr,
      int lowWater,
      long taken,
      long givenBack,
      long out,
      int maxWaiting,
      long failures,
      boolean balanced) {}

  /** A rule at the end; reason: empty if its author gave none; line 0: none. */
  record RuleView(int number, String name, String reason, long fired, long hits, int line) {}

  /** A check: what came of it, and how much it has compared. */
  record CheckView(String name, String state, boolean failed, long sum, List<CountView> counts) {}

  /** How often a check has compared something, and what that is. */
  record CountView(String name, long count, String about) {}

  /** A line of the scenario. */
  record LineView(int number, String text, String note, boolean fired) {}
}
