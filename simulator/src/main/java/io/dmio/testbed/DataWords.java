package io.dmio.testbed;

import io.dmio.block.CallNames;
import io.dmio.block.SectorContent;
import io.dmio.block.Sectors;
import io.dmio.block.TagWords;
import io.dmio.block.Tags;
import io.dmio.engine.IoRegion;
import io.dmio.sim.Digest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says in words what sectors hold, by the names of the calls that wrote it: so two runs can be
 * compared in which calls have other numbers.
 */
final class DataWords {

  private static final long ZEROES = -1;
  private static final long INITIAL = -2;
  private static final long BYTES = -3;

  /** A region of more is not looked at: 512 MiB. */
  private static final long MOST_SECTORS = 1 << 20;

  private final TagWords writers;
  private final Tags tags;
  private final List<SectorContent> media;
  private final List<SectorContent> initial;

  /**
   * Knows all devices.
   *
   * @param media what each device holds, by number
   * @param initial what each device held at the start
   */
  DataWords(CallNames calls, Tags tags, List<SectorContent> media, List<SectorContent> initial) {
    this.writers = new TagWords(calls);
    this.tags = tags;
    this.media = List.copyOf(media);
    this.initial = List.copyOf(initial);
  }

  /** What the buffer of a read holds, by the sectors of its region. */
  String inBuffer(int call, IoRegion region, long[] content) {
    return words(region, content, call, "untouched");
  }

  /** What regions hold on their media: {@code its data on a, b; zeroes on c}. */
  String onMedia(int call, List<IoRegion> regions) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    for (IoRegion region : regions) {
      if (region.count() > 0) {
        String text = onMedium(call, region);
        places.computeIfAbsent(text, key -> new ArrayList<>()).add(region.device().name());
      }
    }
    List<String> parts = new ArrayList<>();
    places.forEach((text, devices) -> parts.add(text + " on " + String.join(", ", devices)));
    return String.join("; ", parts);
  }

  private String onMedium(int call, IoRegion region) {
    if (region.count() > MOST_SECTORS) {
      return "too much to look at";
    }
    SectorContent medium = media.get(region.device().id());
    long[] content = medium.tags(region.sector(), (int) region.count());
    return words(region, content, call, "its data");
  }

  /** Sectors in a row that hold the same. */
  private record Run(int first, int end, long deviceSector, long kind, long shift) {}

  private List<Run> runs(IoRegion region, long[] content) {
    int device = region.device().id();
    List<Run> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= content.length; i++) {
      long sector = region.sector() + first;
      long kind = kind(device, sector, content[first]);
      long shift = kind >= 0 ? Tags.sectorOf(content[first]) - first : 0;
      boolean goesOn =
          i < content.length
              && kind(device, region.sector() + i, content[i]) == kind
              && (kind < 0 || Tags.sectorOf(content[i]) - i == shift);
      if (!goesOn) {
        runs.add(new Run(first, i, sector, kind, shift));
        first = i;
      }
    }
    return runs;
  }

  private long kind(int device, long sector, long tag) {
    if (tag == Tags.ZERO) {
      return ZEROES;
    }
    if (tag == initial.get(device).tag(sector)) {
      return INITIAL;
    }
    return Tags.isStamp(tag) ? Tags.writeOf(tag) : BYTES;
  }

  private String words(IoRegion region, long[] content, int call, String own) {
    List<Run> runs = runs(region, content);
    if (runs.size() == 1) {
      return word(runs.get(0), call, own, content);
    }
    List<String> parts = new ArrayList<>();
    for (Run run : runs) {
      long last = run.deviceSector + run.end - run.first - 1;
      String range = last == run.deviceSector ? "" + last : run.deviceSector + "-" + last;
      parts.add(range + " " + word(run, call, own, content));
    }
    return String.join(", ", parts);
  }

  private String word(Run run, int call, String own, long[] content) {
    if (run.kind == ZEROES) {
      return writers.of(Tags.ZERO);
    }
    if (run.kind == INITIAL) {
      return "initial content";
    }
    if (run.kind == BYTES) {
      return "bytes of digest " + digest(run, content);
    }
    if (run.kind == call && run.shift == 0) {
      return own;
    }
    long from = run.first + run.shift;
    long last = run.end + run.shift - 1;
    return writers.ofWrite(run.kind) + ":" + from + (last == from ? "" : "-" + last);
  }

  private String digest(Run run, long[] content) {
    Digest digest = new Digest();
    byte[] bytes = new byte[Sectors.SIZE];
    for (int i = run.first; i < run.end; i++) {
      tags.expand(content[i], bytes, 0);
      ByteBuffer words = ByteBuffer.wrap(bytes);
      while (words.hasRemaining()) {
        digest.fold(words.getLong());
      }
    }
    return Digest.format(digest.value());
  }
}
