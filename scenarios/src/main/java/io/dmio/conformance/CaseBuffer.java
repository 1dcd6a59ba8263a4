package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.dmio.block.BioVec;
import io.dmio.block.Memory;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.engine.IoMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memory of one recorded operation: its layout, its logical buffer, and what lies around it.
 */
final class CaseBuffer {

  private static final int SPARE_PAGES = 2;
  private static final byte GUARD = (byte) 0xa5;

  private final SectorStore contents;
  private final IoMemory memory;
  private final List<BioVec> pieces = new ArrayList<>();
  private final List<BioVec> surroundings = new ArrayList<>();
  private final byte[] before;

  private CaseBuffer(Memory ram, JsonNode op) {
    contents = ram.contents();
    memory = layOut(ram, op);
    before = patternBytes(op.path("fill").asInt(), op.path("bytes").asInt());
    guard();
    writeLogical(before);
  }

  /** Lays out and fills the memory that an operation names. */
  static CaseBuffer of(Memory ram, JsonNode op) {
    return new CaseBuffer(ram, op);
  }

  /** What the engine is given. */
  IoMemory memory() {
    return memory;
  }

  /** The logical buffer as it was before the operation. */
  byte[] before() {
    return before;
  }

  /** The logical buffer as it is now. */
  byte[] now() {
    byte[] bytes = new byte[before.length];
    int at = 0;
    for (BioVec piece : pieces) {
      contents.read(piece.address(), bytes, at, piece.length());
      at += piece.length();
    }
    return bytes;
  }

  /** Whether every byte outside the logical buffer is as it was. */
  boolean guardHolds() {
    for (BioVec around : surroundings) {
      byte[] bytes = new byte[around.length()];
      contents.read(around.address(), bytes, 0, bytes.length);
      for (byte b : bytes) {
        if (b != GUARD) {
          return false;
        }
      }
    }
    return true;
  }

  /** Bytes of a numbered pattern, from its begin. */
  static byte[] patternBytes(int number, int length) {
    int sectors = (int) Sectors.covering(length);
    byte[] bytes = new byte[sectors * Sectors.SIZE];
    Tags tags = new Tags();
    for (int sector = 0; sector < sectors; sector++) {
      tags.expand(Tags.pattern(number, sector), bytes, sector * Sectors.SIZE);
    }
    return Arrays.copyOf(bytes, length);
  }

  private IoMemory layOut(Memory ram, JsonNode op) {
    int bytes = op.path("bytes").asInt();
    int offset = op.path("offset").asInt();
    String type = op.path("memory").asText();
    return switch (type) {
      case "page_list" -> new IoMemory.PageList(pages(ram, op, offset, bytes), offset);
      case "vma" -> new IoMemory.VirtualBuffer(pages(ram, op, offset, bytes), offset);
      case "kmem" -> kernel(ram, offset, bytes);
      case "bvec" -> vectors(ram, op);
      case "invalid" -> unknown(ram, bytes);
      default -> throw new CaseException("memory", "no memory type \"" + type + "\"");
    };
  }

  private long[] pages(Memory ram, JsonNode op, int offset, int bytes) {
    int run = Math.max(1, op.path("contig_run").asInt(1));
    int count = pageCount(offset, bytes) + SPARE_PAGES;
    long[] pages = ram.allocateScattered(count, run);
    int left = bytes;
    for (int i = 0; i < count; i++) {
      int from = i == 0 ? offset : 0;
      int length = Math.min(left, Sectors.PAGE_SIZE - from);
      take(pages[i], Sectors.PAGE_SIZE, from, length);
      left -= length;
    }
    return pages;
  }

  private IoMemory kernel(Memory ram, int offset, int bytes) {
    int count = pageCount(offset, bytes) + SPARE_PAGES;
    long start = ram.allocate(count);
    take(start, count * Sectors.PAGE_SIZE, offset, bytes);
    return new IoMemory.KernelMemory(start + offset, count * Sectors.PAGE_SIZE - offset);
  }

  private IoMemory unknown(Memory ram, int bytes) {
    int count = pageCount(0, bytes);
    take(ram.allocate(count), count * Sectors.PAGE_SIZE, 0, bytes);
    return new IoMemory.Unknown();
  }

  private IoMemory vectors(Memory ram, JsonNode op) {
    Map<Integer, Long> blocks = blocks(ram, op);
    List<BioVec> vectors = new ArrayList<>();
    for (JsonNode vec : op.path("bvecs")) {
      long address = blocks.getOrDefault(vec.path(0).asInt(), 0L) + vec.path(1).asInt();
      vectors.add(new BioVec(address, vec.path(2).asInt()));
    }
    pieces.addAll(vectors);
    return new IoMemory.Vectors(vectors, op.path("bio_advance").asInt());
  }

  /** The addresses of the page blocks; all but the vectors in them is guarded. */
  private Map<Integer, Long> blocks(Memory ram, JsonNode op) {
    Map<Integer, List<BioVec>> parts = new TreeMap<>();
    for (JsonNode vec : op.path("bvecs")) {
      List<BioVec> block = parts.computeIfAbsent(vec.path(0).asInt(), key -> new ArrayList<>());
      block.add(new BioVec(vec.path(1).asInt(), vec.path(2).asInt()));
    }
    Map<Integer, Long> addresses = new TreeMap<>();
    parts.forEach((block, vectors) -> addresses.put(block, block(ram, vectors)));
    return addresses;
  }

  private long block(Memory ram, List<BioVec> parts) {
    List<BioVec> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingLong(BioVec::address));
    long used = sorted.stream().mapToLong(CaseBuffer::end).max().orElse(0);
    int count = pageCount(0, Math.toIntExact(used));
    long start = ram.allocate(count);
    long guarded = 0;
    for (BioVec part : sorted) {
      guardBetween(start, guarded, part.address());
      guarded = Math.max(guarded, end(part));
    }
    guardBetween(start, guarded, (long) count * Sectors.PAGE_SIZE);
    return start;
  }

  private void guardBetween(long start, long from, long to) {
    if (from < to) {
      surroundings.add(new BioVec(start + from, Math.toIntExact(to - from)));
    }
  }

  private static long end(BioVec part) {
    return part.address() + part.length();
  }

  /** A stretch of memory of which a part is the next part of the logical buffer. */
  private void take(long address, int size, int from, int length) {
    surroundings.add(new BioVec(address, from));
    pieces.add(new BioVec(address + from, length));
    surroundings.add(new BioVec(address + from + length, size - from - length));
  }

  private void guard() {
    for (BioVec around : surroundings) {
      byte[] bytes = new byte[around.length()];
      Arrays.fill(bytes, GUARD);
      contents.write(around.address(), bytes, 0, bytes.length);
    }
  }

  private void writeLogical(byte[] bytes) {
    int at = 0;
    for (BioVec piece : pieces) {
      contents.write(piece.address(), bytes, at, piece.length());
      at += piece.length();
    }
  }

  private static int pageCount(int offset, int bytes) {
    return (int) Math.max(1, Sectors.divideRoundingUp((long) offset + bytes, Sectors.PAGE_SIZE));
  }
}
