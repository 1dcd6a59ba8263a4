package io.dmio.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.device.PowerBench.Setup;
import io.dmio.device.PowerCutRecord.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What survives is what a naive model allows: it hears only submissions and ends. */
final class PowerProperties {

  private static final int SECTORS = 16;

  @Property(tries = 400)
  void whatSurvives_isAllowed(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 2) int unitShift,
      @ForAll Survival how,
      @ForAll boolean cached,
      @ForAll PayloadMode payload) {
    Story story = new Story(new Random(seed), 1 << unitShift, cached, payload, seed);
    story.run();
    story.power.cut(how);
    story.assertAllowed(how);
  }

  @Property(tries = 60)
  void runs_areEqual_inBothPayloadModes(@ForAll long seed, @ForAll Survival how) {
    List<String> found = new ArrayList<>();
    for (PayloadMode payload : PayloadMode.values()) {
      Story story = new Story(new Random(seed), 2, true, payload, seed);
      story.run();
      story.power.cut(how);
      found.add(story.power.holds(0, SECTORS) + " " + story.power.bench.simulation.log().digest());
    }
    assertThat(found.get(0)).isEqualTo(found.get(1));
  }

  /** A write or flush on its way. */
  private record Sent(Bio bio, boolean fua, Map<Long, Integer> history) {}

  private static final class Story {

    private final Random random;
    private final int unit;
    private final boolean cached;
    private final PowerBench power;
    private final List<Sent> flying = new ArrayList<>();

    /** Of each unit, every content that it had, the first as at the start. */
    private final Map<Long, List<List<String>>> contents = new TreeMap<>();

    /** Of each unit, the index of what is durable for certain. */
    private final Map<Long, Integer> durable = new TreeMap<>();

    Story(Random random, int unit, boolean cached, PayloadMode payload, long seed) {
      this.random = random;
      this.unit = unit;
      this.cached = cached;
      Setup setup = Setup.with(CacheSpec.of(cached ? CacheMode.WRITE_BACK : CacheMode.NONE));
      power =
          new PowerBench(
              setup
                  .blocks(unit * 512, 512)
                  .latency(new LatencySpec.Uniform(1, 300))
                  .run(payload, seed));
      for (long u = 0; u < SECTORS / unit; u++) {
        contents.put(u, new ArrayList<>(List.of(now(u))));
        durable.put(u, 0);
      }
    }

    void run() {
      int steps = random.nextInt(25);
      for (int i = 0; i < steps; i++) {
        step();
      }
    }

    private void step() {
      switch (random.nextInt(5)) {
        case 0, 1 -> send(RequestOp.WRITE, random.nextInt(4) == 0 ? PowerBench.FUA : 0);
        case 2 -> send(RequestOp.WRITE_ZEROES, 0);
        case 3 -> power.pass(random.nextInt(400));
        default -> flush();
      }
    }

    private void send(RequestOp op, int flags) {
      int first = random.nextInt(SECTORS);
      int count = 1 + random.nextInt(SECTORS - first);
      submit(power.bench.bio(op, flags, first, Math.min(count, 5), this::ended), flags != 0);
    }

    private void flush() {
      submit(power.bench.bio(RequestOp.WRITE, PowerBench.PREFLUSH, 0, 0, this::ended), false);
    }

    private void submit(Bio bio, boolean fua) {
      Map<Long, Integer> history = new HashMap<>();
      contents.forEach((u, list) -> history.put(u, list.size() - 1));
      flying.add(new Sent(bio, fua, history));
      bio.submitTo(power.disk);
    }

    private void ended(Bio bio) {
      if (!bio.status().name().equals("OK")) {
        return;
      }
      Sent sent = flying.stream().filter(one -> one.bio() == bio).findFirst().orElseThrow();
      flying.remove(sent);
      if (bio.bytes() == 0) {
        sent.history().forEach((u, index) -> durable.merge(u, index, Math::max));
      } else {
        apply(bio, sent.fua() || !cached);
      }
    }

    private void apply(Bio bio, boolean forGood) {
      overlay(contents, bio);
      for (long u = first(bio); u <= last(bio); u++) {
        if (forGood) {
          durable.put(u, contents.get(u).size() - 1);
        }
      }
    }

    private void overlay(Map<Long, List<List<String>>> histories, Bio bio) {
      for (long u = first(bio); u <= last(bio); u++) {
        List<List<String>> history = histories.get(u);
        List<String> next = new ArrayList<>(history.get(history.size() - 1));
        for (int i = 0; i < unit; i++) {
          long sector = u * unit + i;
          if (sector >= bio.sector() && sector < bio.sector() + bio.sectorCount()) {
            next.set(i, bio.op() == RequestOp.WRITE ? "" + bio.number() : "0s");
          }
        }
        history.add(next);
      }
    }

    private long first(Bio bio) {
      return bio.sector() / unit;
    }

    private long last(Bio bio) {
      return (bio.sector() + bio.sectorCount() - 1) / unit;
    }

    private List<String> now(long u) {
      return Arrays.asList(power.holds(u * unit, unit).split(" "));
    }

    void assertAllowed(Survival how) {
      long states = 1;
      Map<Long, List<List<String>>> all = new TreeMap<>();
      contents.forEach((u, list) -> all.put(u, new ArrayList<>(list)));
      for (Sent sent : flying) {
        if (sent.bio().bytes() > 0) {
          overlay(all, sent.bio());
        }
      }
      for (long u = 0; u < SECTORS / unit; u++) {
        List<List<String>> history = all.get(u);
        List<List<String>> allowed = history.subList(durable.get(u), history.size());
        states *= allowed.stream().distinct().count();
        assertThat(allowed).contains(now(u));
        if (how == Survival.NONE || how == Survival.EACH) {
          assertThat(now(u)).isEqualTo(allowed.get(0));
        } else if (how == Survival.ALL) {
          assertThat(now(u)).isEqualTo(allowed.get(allowed.size() - 1));
        }
      }
      PowerCutRecord record = power.disk.powerCuts().get(0);
      assertThat(record.states()).isEqualTo(states);
      assertThat(record.fates()).extracting(Fate::contents).allMatch(count -> count > 1);
    }
  }
}
