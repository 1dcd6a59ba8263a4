package io.dmio.scenario.step;

import io.dmio.formats.CsvReader;
import io.dmio.formats.InputFile;
import io.dmio.formats.MalformedTraceException;
import io.dmio.formats.Trace;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.source.NamedFiles;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.Mistakes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the traces that a file of the language names. */
public final class TraceFiles {

  private static final long DEFAULT_TIME_UNIT = 1_000;

  private final NamedFiles files;
  private final Mistakes mistakes;

  /** Reads nothing yet. */
  public TraceFiles(NamedFiles files, Mistakes mistakes) {
    this.files = files;
    this.mistakes = mistakes;
  }

  /** The trace of a replay, or null after a mistake was reported. */
  @Nullable Trace read(ParsedObject replay) {
    Located<String> name = name(replay);
    byte[] bytes = name == null ? null : bytes(name);
    ParsedObject table = replay.get(ReplayKeys.COLUMNS);
    TraceKind kind = TraceKind.of(replay.verb().name());
    if (name == null || bytes == null || kind == TraceKind.CSV && table == null) {
      return null;
    }
    String wanted = replay.get(ReplayKeys.SHA256);
    if (wanted != null && !wanted.equals(ScenarioSource.sha256(bytes))) {
      mistakes.report(
          replay.at(ReplayKeys.SHA256),
          "'" + name.value() + "' is another trace than this one",
          "it has " + ScenarioSource.sha256(bytes));
      return null;
    }
    try {
      return kind.read(bytes, table == null ? null : columns(table));
    } catch (MalformedTraceException e) {
      mistakes.report(name.at(), "'" + name.value() + "' " + e.getMessage(), null);
      return null;
    }
  }

  /** The file as the replay names it, or null. */
  @SuppressWarnings("unchecked") // all verbs of a replay are files
  static @Nullable Located<String> name(ParsedObject replay) {
    return replay.get((Key<Located<String>>) replay.verb());
  }

  /** Which column is what. */
  public static CsvReader.Columns columns(ParsedObject table) {
    return new CsvReader.Columns(
        table.get(ReplayKeys.TIME, ""),
        table.get(ReplayKeys.DEVICE, ""),
        table.get(ReplayKeys.OP, ""),
        table.get(ReplayKeys.OFFSET, ""),
        table.get(ReplayKeys.SIZE, ""),
        Math.max(1, table.get(ReplayKeys.TIME_UNIT, DEFAULT_TIME_UNIT)),
        Math.max(1, table.get(ReplayKeys.OFFSET_UNIT, 1L)),
        Math.max(1, table.get(ReplayKeys.SIZE_UNIT, 1L)));
  }

  private byte @Nullable [] bytes(Located<String> name) {
    Path file = files.find(name, mistakes);
    if (file == null) {
      return null;
    }
    try {
      return InputFile.read(file, Bounds.TRACE_BYTES);
    } catch (NoSuchFileException e) {
      mistakes.report(
          name.at(), "there is no '" + name.value() + "'", "paths are relative to this file");
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getMessage() : e.getReason();
      mistakes.report(name.at(), "'" + name.value() + "' cannot be read", reason);
    } catch (IOException e) {
      mistakes.report(name.at(), "'" + name.value() + "' cannot be read", e.getMessage());
    }
    return null;
  }
}
