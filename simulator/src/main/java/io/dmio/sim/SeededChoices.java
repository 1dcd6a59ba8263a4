package io.dmio.sim;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Choices that follow from a seed.
 *
 * <p>Draw {@code i} of the stream {@code name} is {@code mix(key + (i + 1) * GOLDEN)}, where {@code
 * mix} is SplitMix64's finaliser and {@code key} is {@code mix(seed ^ hash(name))} with the 64-bit
 * FNV-1a hash of the name's UTF-8 bytes. So a stream is the SplitMix64 generator seeded with its
 * key, and every draw can be computed without the ones before it.
 */
public final class SeededChoices implements Choices {

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Map<String, RandomStream> streams = new LinkedHashMap<>();
  private final long seed;

  /** Makes choices from a seed; every 64-bit value is one. */
  public SeededChoices(long seed) {
    this.seed = seed;
  }

  @Override
  public RandomStream stream(String name) {
    return streams.computeIfAbsent(name, n -> new Seeded(n, keyOf(seed, n)));
  }

  @Override
  public Collection<RandomStream> streams() {
    return Collections.unmodifiableCollection(streams.values());
  }

  /** SplitMix64's finaliser: a bijection of 64 bits that mixes them well. */
  public static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  static long keyOf(long seed, String name) {
    long hash = FNV_OFFSET;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * FNV_PRIME;
    }
    return mix(seed ^ hash);
  }

  private static final class Seeded extends RandomStream {

    private final long key;

    Seeded(String name, long key) {
      super(name);
      this.key = key;
    }

    @Override
    protected long bitsAt(long index) {
      return mix(key + (index + 1) * GOLDEN);
    }
  }
}
