package io.dmio.formats;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a trace of Perfetto's protocol buffers: tracks with slices, instants and counters.
 *
 * <p>A slice ends the one that was begun last on its track. Tracks are numbered by their maker,
 * from 1.
 */
public final class PerfettoWriter implements Closeable {

  private static final int PACKET = 1;
  private static final int TIMESTAMP = 8;
  private static final int SEQUENCE = 10;
  private static final int TRACK_EVENT = 11;
  private static final int TRACK_DESCRIPTOR = 60;
  private static final int EVENT_TYPE = 9;
  private static final int EVENT_TRACK = 11;
  private static final int EVENT_NAME = 23;
  private static final int EVENT_COUNTER = 30;
  private static final int TRACK_UUID = 1;
  private static final int TRACK_NAME = 2;
  private static final int TRACK_PARENT = 5;
  private static final int TRACK_COUNTER = 8;

  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int INSTANT = 3;
  private static final int COUNTER = 4;

  private final OutputStream out;

  /** Makes an empty trace. */
  public PerfettoWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * A track for slices and instants.
   *
   * @param parent the track that it stands under, or 0
   */
  public void track(long track, long parent, String name) throws IOException {
    packet(descriptor(track, parent, name));
  }

  /**
   * A track for the values of a counter.
   *
   * @param parent the track that it stands under, or 0
   */
  public void counterTrack(long track, long parent, String name) throws IOException {
    packet(descriptor(track, parent, name).message(TRACK_COUNTER, new Message()));
  }

  /** A slice begins. */
  public void begin(long nanos, long track, String name) throws IOException {
    event(nanos, new Message().number(EVENT_TYPE, BEGIN).number(EVENT_TRACK, track), name);
  }

  /** The slice that was begun last on a track ends. */
  public void end(long nanos, long track) throws IOException {
    event(nanos, new Message().number(EVENT_TYPE, END).number(EVENT_TRACK, track), "");
  }

  /** Something happens at a point in time. */
  public void instant(long nanos, long track, String name) throws IOException {
    event(nanos, new Message().number(EVENT_TYPE, INSTANT).number(EVENT_TRACK, track), name);
  }

  /** A counter has a value from now on. */
  public void counter(long nanos, long track, long value) throws IOException {
    Message event = new Message().number(EVENT_TYPE, COUNTER).number(EVENT_TRACK, track);
    event(nanos, event.number(EVENT_COUNTER, value), "");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static Message descriptor(long track, long parent, String name) {
    Message descriptor = new Message().number(TRACK_UUID, track).text(TRACK_NAME, name);
    return parent == 0 ? descriptor : descriptor.number(TRACK_PARENT, parent);
  }

  private void packet(Message descriptor) throws IOException {
    write(new Message().message(TRACK_DESCRIPTOR, descriptor));
  }

  private void event(long nanos, Message event, String name) throws IOException {
    Message named = name.isEmpty() ? event : event.text(EVENT_NAME, name);
    write(new Message().number(TIMESTAMP, nanos).message(TRACK_EVENT, named));
  }

  private void write(Message packet) throws IOException {
    out.write(new Message().message(PACKET, packet.number(SEQUENCE, 1)).bytes());
  }

  /** A message of protocol buffers. */
  private static final class Message {

    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Message number(int field, long value) {
      varint((long) field << 3 | VARINT);
      varint(value);
      return this;
    }

    private Message text(int field, String value) {
      return delimited(field, value.getBytes(StandardCharsets.UTF_8));
    }

    private Message message(int field, Message value) {
      return delimited(field, value.bytes());
    }

    private byte[] bytes() {
      return bytes.toByteArray();
    }

    private Message delimited(int field, byte[] value) {
      varint((long) field << 3 | LENGTH_DELIMITED);
      varint(value.length);
      bytes.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        bytes.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      bytes.write((int) rest);
    }
  }
}
