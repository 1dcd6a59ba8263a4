package io.dmio.scenario.step;

import io.dmio.formats.BlkparseReader;
import io.dmio.formats.BlktraceReader;
import io.dmio.formats.CsvReader;
import io.dmio.formats.IologReader;
import io.dmio.formats.MalformedTraceException;
import io.dmio.formats.Trace;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The kinds of traces that can be done again. */
public enum TraceKind {
  IOLOG,
  BLKPARSE,
  BLKTRACE,
  CSV;

  /** The kind of a key of the language. */
  public static TraceKind of(String key) {
    for (TraceKind kind : values()) {
      if (kind.text().equals(key)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("there is no kind of traces '" + key + "'");
  }

  /** The key of the language. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The requests of a file.
   *
   * @param columns of a table; null for other kinds
   */
  public Trace read(byte[] file, CsvReader.@Nullable Columns columns)
      throws MalformedTraceException {
    if (this == BLKTRACE) {
      return BlktraceReader.read(file);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    return switch (this) {
      case IOLOG -> IologReader.read(text);
      case BLKPARSE -> BlkparseReader.read(text);
      default -> CsvReader.read(text, Objects.requireNonNull(columns));
    };
  }
}
