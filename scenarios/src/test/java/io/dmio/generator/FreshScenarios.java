package io.dmio.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Random scenarios for some minutes; {@code .ci/run} runs it with a fresh seed. */
final class FreshScenarios {

  private static final long FIRST = Long.getLong("dmio.generator.seed", 1_000_000);
  private static final int MINUTES = Integer.getInteger("dmio.generator.minutes", 1);
  private static final long MOST = Long.getLong("dmio.generator.count", Long.MAX_VALUE);
  private static final int WORKERS = Integer.getInteger("dmio.generator.workers", 2);

  @Test
  void freshScenarios_alarmNobody() throws Exception {
    List<Trials> all = run();
    Tally tally = new Tally();
    List<String> alarms = new ArrayList<>();
    for (Trials trials : all) {
      tally.add(trials.tally());
      alarms.addAll(trials.alarms());
    }
    long scenarios = all.stream().mapToLong(Trials::scenarios).sum();
    System.out.println("seeds from " + FIRST + " on, " + scenarios + " run; " + tally);
    assertThat(scenarios).isPositive();
    assertThat(alarms)
        .as("each is drawn again by its seed, and made smaller as CONTRIBUTING.md says")
        .isEmpty();
  }

  private static List<Trials> run() throws Exception {
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    try {
      List<Future<Trials>> running = new ArrayList<>();
      for (int worker = 0; worker < WORKERS; worker++) {
        long first = FIRST + worker;
        running.add(workers.submit(() -> until(end, first)));
      }
      List<Trials> all = new ArrayList<>();
      for (Future<Trials> trials : running) {
        all.add(trials.get());
      }
      return all;
    } finally {
      workers.shutdown();
      workers.awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static Trials until(long end, long first) throws IOException {
    Trials trials = new Trials();
    for (long seed = first; System.nanoTime() - end < 0 && seed - FIRST < MOST; seed += WORKERS) {
      trials.run(seed);
    }
    return trials;
  }
}
