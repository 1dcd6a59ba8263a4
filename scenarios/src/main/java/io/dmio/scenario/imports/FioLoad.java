package io.dmio.scenario.imports;

import io.dmio.block.Sectors;
import io.dmio.formats.FioJobFile.Job;
import io.dmio.formats.FioJobFile.Option;
import io.dmio.formats.FioUnits;
import io.dmio.formats.MalformedTraceException;
import io.dmio.scenario.shape.Range;
import io.dmio.scenario.shape.TimeText;
import io.dmio.scenario.shape.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Translates a job of fio to the words of a load. */
final class FioLoad {

  /** What is translated; other words are left out. */
  static final List<String> WORDS =
      List.of(
          "rw",
          "readwrite",
          "bs",
          "blocksize",
          "bsrange",
          "blocksize_range",
          "iodepth",
          "numjobs",
          "number_ios",
          "size",
          "offset",
          "runtime",
          "timeout",
          "time_based",
          "randseed",
          "thinktime",
          "fsync",
          "verify",
          "rwmixread",
          "rwmixwrite",
          "filename",
          "kb_base");

  private static final List<String> PATTERNS =
      List.of("read", "write", "randread", "randwrite", "rw", "randrw");
  private static final long DEFAULT_SIZE = 64L << 20;
  private static final long DEFAULT_BLOCK = 4096;
  private static final int MOST_INSTANCES = 10_000;

  private final Job job;
  private final FioUnits units;
  private final Map<String, String> keys = new LinkedHashMap<>();
  private final String pattern;
  private final long size;
  private final long offset;

  /**
   * Translates.
   *
   * @param devices how many devices it goes to; fio divides the size among them
   */
  FioLoad(Job job, int devices) throws MalformedTraceException {
    this.job = job;
    this.units = new FioUnits(base());
    this.pattern = pattern();
    this.offset = aligned("offset", 0);
    long whole = aligned("size", DEFAULT_SIZE * devices);
    this.size = whole / devices / Sectors.SIZE * Sectors.SIZE;
    keys.put("rw", pattern);
    if (mixes()) {
      keys.put("rwmixread", Long.toString(readPercent()));
    }
    Range block = block();
    if (size < block.high()) {
      throw wrong("size", "the range is smaller than a block of " + block.high() + " bytes");
    }
    putAmount(block, whole);
    keys.put("offset", Units.BYTES.write(offset));
    keys.put("size", Units.BYTES.write(size));
    putTimes();
    putRest();
  }

  /** The keys of the load and their values, without its devices. */
  Map<String, String> keys() {
    return keys;
  }

  /** How many bytes each device must have. */
  long end() {
    return offset + size;
  }

  /** Whether it flushes its devices. */
  boolean flushes() {
    return keys.containsKey("fsync");
  }

  /** Whether it writes. */
  boolean writes() {
    return !pattern.endsWith("read");
  }

  /** How many equal tasks do it. */
  long instances() throws MalformedTraceException {
    long count = number("numjobs", 1);
    if (count < 1 || count > MOST_INSTANCES) {
      throw wrong("numjobs", "from 1 to " + MOST_INSTANCES);
    }
    return count;
  }

  private int base() throws MalformedTraceException {
    Option option = option("kb_base");
    if (option == null || option.value().equals("1024")) {
      return 1024;
    }
    if (!option.value().equals("1000")) {
      throw option.wrong("expected 1000 or 1024");
    }
    return 1000;
  }

  private String pattern() throws MalformedTraceException {
    Option option = option("rw", "readwrite");
    String word = option == null ? "read" : option.value().toLowerCase(Locale.ROOT);
    String plain = word.replaceFirst(":.*", "").replaceFirst("^readwrite$", "rw");
    if (option != null && !PATTERNS.contains(plain)) {
      throw option.wrong("no load does this; there are " + String.join(" ", PATTERNS));
    }
    return plain;
  }

  private boolean mixes() {
    return pattern.equals("rw") || pattern.equals("randrw");
  }

  private long readPercent() throws MalformedTraceException {
    Option writes = option("rwmixwrite");
    long percent =
        writes != null && option("rwmixread") == null
            ? 100 - units.bytes(writes, writes.value())
            : number("rwmixread", 50);
    if (percent < 0 || percent > 100) {
      throw wrong(writes == null ? "rwmixread" : "rwmixwrite", "expected 0 to 100");
    }
    return percent;
  }

  private Range block() throws MalformedTraceException {
    Option range = option("bsrange", "blocksize_range");
    if (range == null) {
      Option one = option("bs", "blocksize");
      long bytes = one == null ? DEFAULT_BLOCK : block(one, first(one.value()));
      keys.put("bs", Units.BYTES.write(bytes));
      return Range.of(bytes);
    }
    String[] ends = first(range.value()).split("[-:]", -1);
    if (ends.length != 2) {
      throw range.wrong("expected two sizes, such as 4k-64k");
    }
    Range block = new Range(block(range, ends[0]), block(range, ends[1]));
    if (block.low() > block.high()) {
      throw range.wrong("the first is larger than the second");
    }
    keys.put("bsrange", Units.BYTES.write(block.low()) + "-" + Units.BYTES.write(block.high()));
    return block;
  }

  /** Of sizes for reads, writes and trims the first. */
  private static String first(String value) {
    return value.replaceFirst(",.*", "");
  }

  private long block(Option option, String text) throws MalformedTraceException {
    long bytes = units.bytes(option, text);
    if (bytes == 0 || bytes % Sectors.SIZE != 0) {
      throw option.wrong("a block must be a multiple of 512 bytes");
    }
    return bytes;
  }

  /** Without a number of calls fio ends when it has done as many bytes as its size. */
  private void putAmount(Range block, long whole) throws MalformedTraceException {
    keys.put("iodepth", Long.toString(atLeastOne("iodepth", 1)));
    long usual = Math.max(1, whole / ((block.low() + block.high()) / 2));
    boolean byTime = option("time_based") != null && option("runtime", "timeout") != null;
    if (!byTime || option("number_ios") != null) {
      keys.put("number_ios", Long.toString(atLeastOne("number_ios", usual)));
    }
  }

  private void putTimes() throws MalformedTraceException {
    Option runtime = option("runtime", "timeout");
    if (runtime != null && FioUnits.nanos(runtime, 1_000_000_000L) > 0) {
      keys.put("runtime", TimeText.write(FioUnits.nanos(runtime, 1_000_000_000L)));
    }
    Option think = option("thinktime");
    if (think != null) {
      keys.put("thinktime", TimeText.write(FioUnits.nanos(think, 1_000)));
    }
  }

  private void putRest() throws MalformedTraceException {
    Option seed = option("randseed");
    if (seed != null) {
      keys.put("randseed", Long.toString(units.bytes(seed, seed.value())));
    }
    if (writes() && number("fsync", 0) > 0) {
      keys.put("fsync", Long.toString(number("fsync", 0)));
    }
    Option verify = option("verify");
    if (writes() && verify != null && !List.of("0", "none", "null").contains(verify.value())) {
      keys.put("verify", "true");
    }
  }

  private long aligned(String word, long otherwise) throws MalformedTraceException {
    long bytes = number(word, otherwise);
    if (bytes % Sectors.SIZE != 0) {
      throw wrong(word, "must be a multiple of 512 bytes");
    }
    return bytes;
  }

  private long atLeastOne(String word, long otherwise) throws MalformedTraceException {
    long number = number(word, otherwise);
    if (number < 1) {
      throw wrong(word, "expected 1 or more");
    }
    return number;
  }

  private long number(String word, long otherwise) throws MalformedTraceException {
    Option option = option(word);
    return option == null ? otherwise : units.bytes(option, option.value());
  }

  private @Nullable Option option(String... names) {
    Option last = null;
    for (String name : names) {
      Option option = job.words().get(name);
      last = option != null && (last == null || option.line() > last.line()) ? option : last;
    }
    return last;
  }

  private MalformedTraceException wrong(String word, String found) {
    Option option = option(word);
    return option == null ? job.wrong(found) : option.wrong(found);
  }
}
