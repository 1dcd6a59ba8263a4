package io.dmio.run;

import io.dmio.block.RequestOp;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunListener;
import io.dmio.testbed.RunResult;
import java.util.HashMap;
import java.util.Map;

/**
 * A run that is compared with another.
 *
 * @param label what it is called, such as its dialect
 * @param result of a run that kept its full event log
 * @param data what a listener of that run has heard
 * @param command what makes the run again
 */
public record ComparedRun(String label, RunResult result, Data data, String command) {

  /**
   * Runs a scenario so that it can be compared.
   *
   * @param label what the run is called
   * @throws ScenarioException as running it throws
   */
  public static ComparedRun of(String label, OpenedScenario opened, RunSettings settings)
      throws ScenarioException {
    Data data = new Data();
    JudgedRun run = opened.run(settings, LogMode.FULL, data);
    return new ComparedRun(label, run.result(), data, run.replay());
  }

  /** Listens to a run, and keeps what its calls have moved. */
  public static final class Data implements RunListener {

    private final Map<Integer, String> words = new HashMap<>();
    private final Map<String, String> known = new HashMap<>();

    /** Has heard nothing. */
    public Data() {}

    @Override
    public boolean wantsData() {
      return true;
    }

    @Override
    public void callData(int call, String text) {
      words.put(call, known.computeIfAbsent(text, same -> same));
    }

    @Override
    public void callEnded(int call, RequestOp op, long startNanos, long endNanos, long bits) {}

    @Override
    public void bioEnded(
        int device, RequestOp op, long submitNanos, long endNanos, long bytes, boolean ok) {}

    String of(int call) {
      return words.getOrDefault(call, "");
    }
  }
}
