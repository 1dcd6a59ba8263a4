package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How large a recorded case may be: every sector of its devices is read at its end, and every byte
 * of its buffers is kept. The shipped recordings stay far below.
 */
final class CaseBounds {

  private static final long MOST_SECTORS = 1 << 17;
  private static final long MOST_BYTES = 1 << 24;

  /** Bios of one operation: all that is seen of each is kept. */
  static final int MOST_BIOS = 1 << 16;

  private static final long MOST_PAGE_OFFSET = 4095;

  /** Sectors that a bio can speak of. */
  private static final long MOST_SECTOR = 1L << 53;

  private CaseBounds() {}

  /**
   * Checks the numbers of a case.
   *
   * @throws MalformedCaseException if one of them is out of range; it says which
   */
  static void check(JsonNode spec) throws MalformedCaseException {
    long sectors = 0;
    for (JsonNode device : spec.path("devices")) {
      sectors += number("devices.sectors", device.path("sectors"), 1, MOST_SECTORS);
    }
    demand("devices.sectors, all together,", sectors, 0, MOST_SECTORS);
    long bytes = 0;
    for (JsonNode op : spec.path("ops")) {
      bytes += bytes(op);
    }
    demand("ops.bytes, all together,", bytes, 0, MOST_BYTES);
  }

  /** Bytes of the buffer of an operation, its vectors counted apart. */
  private static long bytes(JsonNode op) throws MalformedCaseException {
    if (!op.path("type").asText().equals("io")) {
      return 0;
    }
    number("ops.offset", op.path("offset"), 0, MOST_PAGE_OFFSET);
    number("ops.contig_run", op.path("contig_run"), 0, MOST_BYTES);
    number("ops.bio_advance", op.path("bio_advance"), 0, MOST_BYTES);
    for (JsonNode region : op.path("regions")) {
      number("ops.regions.sector", region.path("sector"), 0, MOST_SECTOR);
      number("ops.regions.count", region.path("count"), 0, MOST_SECTOR);
    }
    long bytes = number("ops.bytes", op.path("bytes"), 0, MOST_BYTES);
    for (JsonNode vector : op.path("bvecs")) {
      long offset = number("ops.bvecs", vector.path(1), 0, MOST_BYTES);
      bytes += offset + number("ops.bvecs", vector.path(2), 1, MOST_BYTES);
    }
    return bytes;
  }

  /** A number that may be missing, which is the least then. */
  private static long number(String what, JsonNode node, long least, long most)
      throws MalformedCaseException {
    if (node.isMissingNode() || node.isNull()) {
      return least;
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new MalformedCaseException("\"" + what + "\" is no whole number of 64 bits");
    }
    return demand(what, node.longValue(), least, most);
  }

  private static long demand(String what, long value, long least, long most)
      throws MalformedCaseException {
    if (value < least || value > most) {
      throw new MalformedCaseException(
          "\"" + what + "\" is out of range: " + value + ", from " + least + " to " + most);
    }
    return value;
  }
}
