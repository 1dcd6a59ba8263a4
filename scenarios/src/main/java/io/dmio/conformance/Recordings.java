package io.dmio.conformance;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Files of recorded cases, plain or compressed by gzip. */
public final class Recordings {

  /** What the shipped recordings are called. */
  public static final String SHIPPED_NAME = "linux-6.1.jsonl";

  /** How many characters a case may have. */
  public static final int MOST_CHARACTERS = 1 << 20;

  private static final String SHIPPED = "/recordings/" + SHIPPED_NAME + ".gz";
  private static final int FIRST_BYTE = 0x1f;
  private static final int SECOND_BYTE = 0x8b;

  private Recordings() {}

  /**
   * Opens the recordings that are shipped: those of an unmodified Linux 6.1.
   *
   * @throws IOException if they cannot be read
   */
  public static BufferedReader shipped() throws IOException {
    InputStream stream = Recordings.class.getResourceAsStream(SHIPPED);
    if (stream == null) {
      throw new IOException("the recordings are not part of this build: " + SHIPPED);
    }
    return read(stream);
  }

  /**
   * Reads lines of UTF-8; what is no UTF-8 is replaced.
   *
   * @param stream plain text, or text compressed by gzip: its first bytes tell
   * @throws IOException if it cannot be read
   */
  public static BufferedReader read(InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream);
    InputStream text = isCompressed(buffered) ? new GZIPInputStream(buffered) : buffered;
    return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
  }

  /**
   * The next line, or null at the end. Of one that is too long only the beginning is returned,
   * which is one character longer than {@link #MOST_CHARACTERS}: no case has so many.
   *
   * @throws IOException if it cannot be read
   */
  public static @Nullable String line(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = lines.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n'; c = lines.read()) {
      if (line.length() <= MOST_CHARACTERS) {
        line.append((char) c);
      }
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }

  private static boolean isCompressed(BufferedInputStream stream) throws IOException {
    stream.mark(2);
    boolean compressed = stream.read() == FIRST_BYTE && stream.read() == SECOND_BYTE;
    stream.reset();
    return compressed;
  }
}
