package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes a case of any shape that the format allows, and that a kernel would survive. */
final class RandomCase {

  private static final int SECTORS = 256;
  private static final List<String> TARGETS =
      List.of(
          "linear",
          "error",
          "flakey_error",
          "flakey_error_writes",
          "flakey_drop_writes",
          "flakey_corrupt_read",
          "delay",
          "zero",
          "dust512",
          "dust4096");
  private static final List<String> FLAGS =
      List.of("preflush", "fua", "sync", "meta", "prio", "rahead", "idle", "nomerge");

  private final Random random;
  private final List<String> ops = new ArrayList<>();

  private RandomCase(long seed) {
    random = new Random(seed);
  }

  static JsonNode of(long seed) {
    return new RandomCase(seed).make();
  }

  private JsonNode make() {
    Shape shape =
        Shape.on(
            device("a", pick(List.of("mem", "brd", "loop", "nullb", "scsi"))),
            device("b", "mem"),
            mapped("c"),
            mapped("d"),
            "{'name':'h','stack':'mem','hold':true," + traits("mem") + "}");
    for (int i = 0; i < 6; i++) {
      ops.add(call(random.nextBoolean() ? "sync" : "async", List.of("a", "b", "c", "d")));
    }
    for (int i = 0; i < 4; i++) {
      ops.add(call("async", List.of("h", "h", "b", "c")));
      ops.add("{'type':'poll'}");
    }
    ops.add("{'type':'release','device':'h','order':'lifo','max':" + random.nextInt(3) + "}");
    ops.add("{'type':'release','device':'h','order':'fifo','max':0}");
    ops.add("{'type':'wait'}");
    ops.add("{'type':'poll'}");
    return shape.with(ops.toArray(String[]::new));
  }

  private String device(String name, String stack) {
    return "{'name':'" + name + "','stack':'" + stack + "'," + traits(stack) + "}";
  }

  private String mapped(String name) {
    String base = pick(List.of("mem", "brd", "loop", "nullb"));
    return "{'name':'"
        + name
        + "','stack':'dm','base':'"
        + base
        + "','dust_bad':[1,4],'segments':["
        + segments()
        + "],"
        + traits(base)
        + "}";
  }

  private String segments() {
    if (random.nextInt(4) == 0) {
      return "[0,256,'striped8']";
    }
    StringBuilder text = new StringBuilder();
    int first = 0;
    while (first < SECTORS) {
      int count = Math.min(SECTORS - first, 1 + random.nextInt(120));
      text.append(first == 0 ? "" : ",");
      text.append("[" + first + "," + count + ",'" + pick(TARGETS) + "']");
      first += count;
    }
    return text.toString();
  }

  /** Of a disk; the word for its stack is left to the caller, who may have another on top. */
  private String traits(String stack) {
    String common = "'sectors':" + SECTORS + ",'logical_block_size':512,'fill':3";
    return switch (stack) {
      case "mem" ->
          common
              + ",'write_cache':"
              + random.nextBoolean()
              + ",'fua':"
              + random.nextBoolean()
              + ",'max_discard_sectors':"
              + pick(List.of(0, 8, 100, 1 << 22))
              + ",'max_write_zeroes_sectors':"
              + pick(List.of(0, 8, 100))
              + ",'faults':["
              + rule()
              + ","
              + rule()
              + "]";
      case "nullb" -> common + ",'badblocks':'40-47','queue_mode':" + pick(List.of(0, 2));
      default -> common;
    };
  }

  private String rule() {
    return "{'kind':'"
        + pick(List.of("error", "partial", "drop", "dust"))
        + "','first':"
        + random.nextInt(SECTORS)
        + ",'count':"
        + random.nextInt(30)
        + ",'on':['"
        + pick(List.of("read", "write", "discard", "write_zeroes", "flush"))
        + "'],'status':'"
        + pick(List.of("IOERR", "NOSPC", "MEDIUM"))
        + "','times':"
        + pick(List.of(-1, 1, 2))
        + "}";
  }

  private String call(String mode, List<String> devices) {
    String rw = pick(List.of("read", "read", "write", "write", "discard", "write_zeroes"));
    int regions = rw.equals("read") ? 1 : 1 + random.nextInt(4);
    List<String> list = new ArrayList<>();
    for (int i = 0; i < regions; i++) {
      list.add(Shape.region(pick(devices), random.nextInt(SECTORS), random.nextInt(64)));
    }
    String flags =
        FLAGS.stream()
            .filter(flag -> random.nextInt(4) == 0)
            .map(flag -> "'" + flag + "'")
            .collect(Collectors.joining(",", "'flags':[", "]"));
    String regionList = String.join(",", list);
    return mode.equals("sync")
        ? Shape.sync(rw, regionList, memory(), flags)
        : Shape.async(rw, regionList, memory(), flags);
  }

  private String memory() {
    String type = pick(List.of("page_list", "vma", "kmem", "bvec"));
    if (!type.equals("bvec")) {
      return "'memory':'"
          + type
          + "','bytes':40960,'offset':"
          + random.nextInt(4096)
          + ",'contig_run':"
          + pick(List.of(1, 2, 8));
    }
    StringBuilder vectors = new StringBuilder();
    int bytes = 0;
    for (int page = 0; bytes < 40960; page++) {
      int length = 512 * (1 + random.nextInt(20));
      int offset = 512 * random.nextInt(8);
      vectors.append(page == 0 ? "" : ",").append("[" + page + "," + offset + "," + length + "]");
      bytes += length;
    }
    int advance = 512 * random.nextInt(8);
    return "'memory':'bvec','bytes':"
        + bytes
        + ",'bio_advance':"
        + advance
        + ",'bvecs':["
        + vectors
        + "]";
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
