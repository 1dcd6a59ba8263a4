package io.dmio.conformance;

import io.dmio.block.SectorStore;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** How a recording tells the contents of buffers and devices. */
final class Contents {

  private static final int UNIT = 512;
  private static final int STRETCH = 1 << 16;

  private Contents() {}

  static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /** The digest of a store's first bytes, which need not fit into memory at once. */
  static String sha256(SectorStore store, long bytes) {
    MessageDigest digest = digest();
    byte[] stretch = new byte[STRETCH];
    for (long from = 0; from < bytes; from += STRETCH) {
      int length = (int) Math.min(STRETCH, bytes - from);
      store.read(from, stretch, 0, length);
      digest.update(stretch, 0, length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A buffer in units of 512 bytes: zero, as before, or changed; run lengths. */
  static String classes(byte[] before, byte[] now) {
    StringBuilder text = new StringBuilder();
    char last = 0;
    int run = 0;
    for (int from = 0; from < now.length; from += UNIT) {
      char unit = classOf(before, now, from, Math.min(now.length, from + UNIT));
      if (unit != last && run > 0) {
        text.append(last).append(run).append(' ');
        run = 0;
      }
      last = unit;
      run++;
    }
    return run == 0 ? "" : text.append(last).append(run).toString();
  }

  private static char classOf(byte[] before, byte[] now, int from, int to) {
    if (Arrays.equals(before, from, to, now, from, to)) {
      return 's';
    }
    for (int i = from; i < to; i++) {
      if (now[i] != 0) {
        return 'x';
      }
    }
    return 'z';
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
