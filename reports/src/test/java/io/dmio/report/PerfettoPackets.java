package io.dmio.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a trace of Perfetto by the rules of protocol buffers, without what has written it. */
public final class PerfettoPackets {

  private final byte[] bytes;
  private final int end;
  private int at;

  private PerfettoPackets(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** An event of a track; type 1: a slice begins, 2: it ends, 3: an instant, 4: a counter. */
  public record Event(long nanos, String track, long type, String name, long value) {}

  /** The events in the order of the file. */
  public static List<Event> events(byte[] trace) {
    Map<Long, String> tracks = new TreeMap<>();
    List<Event> events = new ArrayList<>();
    for (Map<Integer, Object> packet : messages(trace)) {
      if (packet.get(60) instanceof byte[] descriptor) {
        Map<Integer, Object> track = fields(descriptor);
        String parent = track.containsKey(5) ? tracks.get(number(track, 5)) + "/" : "";
        tracks.put(number(track, 1), parent + text(track, 2));
      } else if (packet.get(11) instanceof byte[] event) {
        Map<Integer, Object> told = fields(event);
        String track = tracks.get(number(told, 11));
        events.add(
            new Event(number(packet, 8), track, number(told, 9), text(told, 23), number(told, 30)));
      }
    }
    return events;
  }

  private static List<Map<Integer, Object>> messages(byte[] trace) {
    PerfettoPackets reader = new PerfettoPackets(trace, 0, trace.length);
    List<Map<Integer, Object>> messages = new ArrayList<>();
    while (reader.at < reader.end) {
      reader.varint();
      messages.add(fields(reader.piece()));
    }
    return messages;
  }

  private static Map<Integer, Object> fields(byte[] message) {
    PerfettoPackets reader = new PerfettoPackets(message, 0, message.length);
    Map<Integer, Object> fields = new TreeMap<>();
    while (reader.at < reader.end) {
      long key = reader.varint();
      Object value = (key & 7) == 0 ? (Object) reader.varint() : reader.piece();
      fields.put((int) (key >>> 3), value);
    }
    return fields;
  }

  private static long number(Map<Integer, Object> fields, int field) {
    return fields.get(field) instanceof Long number ? number : 0;
  }

  private static String text(Map<Integer, Object> fields, int field) {
    return fields.get(field) instanceof byte[] text ? new String(text, StandardCharsets.UTF_8) : "";
  }

  private byte[] piece() {
    int length = (int) varint();
    at += length;
    return java.util.Arrays.copyOfRange(bytes, at - length, at);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }
}
