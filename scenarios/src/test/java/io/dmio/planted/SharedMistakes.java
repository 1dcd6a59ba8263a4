package io.dmio.planted;

import java.util.List;

/** What engine and checks would both get wrong if the checks asked for it. */
final class SharedMistakes {

  private static final String SECTORS = "block/Sectors.java";
  private static final String MEMORY = "engine/IoMemory.java";
  private static final String LIMITS = "block/QueueLimits.java";

  private static final List<Mistake> ALL =
      List.of(
          Mistake.of(
              "bytes of sectors by the wrong shift",
              SECTORS,
              "return sectors << SHIFT;",
              "return sectors << SHIFT + 1;",
              "basics/one-bad-region",
              "data"),
          Mistake.of(
              "sectors of bytes by the wrong shift",
              SECTORS,
              "return bytes >> SHIFT;",
              "return bytes >> SHIFT + 1;",
              "basics/one-write",
              "bug"),
          Mistake.of(
              "pages of sectors by the wrong shift",
              SECTORS,
              "return sectors >> PAGE_SHIFT;",
              "return sectors >> PAGE_SHIFT - 1;",
              "regions/page-offset",
              "shape",
              "regions/small-vectors",
              "shape"),
          Mistake.of(
              "one sector too many is touched",
              SECTORS,
              "return (bytes + SIZE - 1) >> SHIFT;",
              "return (bytes + SIZE) >> SHIFT;",
              "regions/narrow-queue",
              "shape",
              "mempool/few-bios",
              "shape"),
          Mistake.of(
              "a quotient is rounded down",
              SECTORS,
              "return (dividend + divisor - 1) / divisor;",
              "return dividend / divisor;",
              "linux-6.1/contiguous-memory",
              "lifetime"),
          Mistake.of(
              "a quotient is one too large where nothing is left over",
              SECTORS,
              "return (dividend + divisor - 1) / divisor;",
              "return dividend / divisor + 1;",
              "linux-6.1/big-regions",
              "shape"),
          Mistake.of(
              "the offset is in each page",
              MEMORY,
              "return piece == 0 ? pages()[0] + offset() : pages()[piece];",
              "return pages()[piece] + offset();",
              "regions/page-offset",
              "lifetime"),
          Mistake.of(
              "the offset is forgotten",
              MEMORY,
              "return piece == 0 ? pages()[0] + offset() : pages()[piece];",
              "return pages()[piece];",
              "regions/page-offset",
              "shape",
              "basics/three-memories",
              "shape"),
          Mistake.of(
              "pages in the wrong order",
              MEMORY,
              "return piece == 0 ? pages()[0] + offset() : pages()[piece];",
              "return piece == 0 ? pages()[0] + offset() : pages()[pages().length - piece];",
              "basics/read-what-was-written",
              "shape",
              "basics/two-copies",
              "shape"),
          Mistake.of(
              "the first page is as long as the others",
              MEMORY,
              "return piece == 0 ? Sectors.PAGE_SIZE - offset() : Sectors.PAGE_SIZE;",
              "return Sectors.PAGE_SIZE;",
              "regions/page-offset",
              "lifetime"),
          Mistake.of(
              "all pages are as short as the first",
              MEMORY,
              "return piece == 0 ? Sectors.PAGE_SIZE - offset() : Sectors.PAGE_SIZE;",
              "return Sectors.PAGE_SIZE - offset();",
              "regions/page-offset",
              "shape"),
          Mistake.of(
              "what was consumed is used again",
              MEMORY,
              "return advance;",
              "return 0;",
              "linux-6.1/consumed-vectors",
              "shape"),
          Mistake.of(
              "all vectors are where the first is",
              MEMORY,
              "return vectors.get(piece).address();",
              "return vectors.get(0).address();",
              "regions/small-vectors",
              "shape"),
          Mistake.of(
              "kernel memory begins a page too late",
              MEMORY,
              "return start;",
              "return start + Sectors.PAGE_SIZE;",
              "linux-6.1/contiguous-memory",
              "lifetime"),
          Mistake.of(
              "the limit of discards is that of write-zeroes",
              LIMITS,
              "case DISCARD -> maxDiscardSectors;",
              "case DISCARD -> maxWriteZeroesSectors;",
              "linux-6.1/mixed-discard",
              "error-bits"),
          Mistake.of(
              "the limit of discards is that of writes",
              LIMITS,
              "case DISCARD -> maxDiscardSectors;",
              "case DISCARD -> maxDiscardSectors == 0 ? 0 : maxSectors;",
              "linux-6.1/mixed-discard",
              "shape"),
          Mistake.of(
              "requests are a sector too small",
              LIMITS,
              "case READ, WRITE -> maxSectors;",
              "case READ, WRITE -> maxSectors - 1;",
              "devices/requests-of-nine-sectors",
              "expect"),
          Mistake.of(
              "requests are a sector too large",
              LIMITS,
              "case READ, WRITE -> maxSectors;",
              "case READ, WRITE -> maxSectors == Long.MAX_VALUE ? maxSectors : maxSectors + 1;",
              "devices/requests-of-nine-sectors",
              "expect"));

  private SharedMistakes() {}

  static List<Mistake> all() {
    return ALL;
  }
}
