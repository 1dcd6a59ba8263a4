package io.dmio.scenario.imports;

import io.dmio.formats.CsvReader;
import io.dmio.formats.FioJobFile;
import io.dmio.formats.InputFile;
import io.dmio.formats.MalformedTraceException;
import io.dmio.formats.Trace;
import io.dmio.scenario.Capsules;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.Words;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.step.ReplayKeys;
import io.dmio.scenario.step.TraceFiles;
import io.dmio.scenario.step.TraceKind;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.ScenarioException;
import io.dmio.scenario.yaml.YamlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a scenario of a recorded trace, or of a job file of fio. */
public final class TraceImport {

  private static final String FIO = "fio";
  private static final int MAGIC = 0x65617400;
  private static final Pattern BLKPARSE =
      Pattern.compile("(?s)\\s*\\d+,\\d+\\s+\\d+\\s+\\d+\\s+\\d+\\.\\d+\\s.*");
  private static final Pattern JOBS =
      Pattern.compile("(?s)([ \\t]*+([#;][^\\n]*+)?\\r?\\n)*+[ \\t]*+\\[[^\\]\\n]+\\].*");
  private static final int SEEN = 4096;

  private TraceImport() {}

  /** The kinds that can be given. */
  public static List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    Arrays.stream(TraceKind.values()).forEach(kind -> kinds.add(kind.text()));
    kinds.add(FIO);
    return kinds;
  }

  /**
   * Reads a file.
   *
   * @param file the trace or job file
   * @param kind one of {@link #kinds}; null: by its content
   * @param columns of a table, as YAML on one line; else null
   * @param target where the scenario will be; its name is that of the file
   * @throws MalformedTraceException with the line or offset
   * @throws ScenarioException if the columns are wrong
   * @throws IllegalArgumentException if something is missing or cannot be done; the message says
   *     what
   */
  public static Imported read(
      Path file, @Nullable String kind, @Nullable String columns, Path target)
      throws IOException, MalformedTraceException, ScenarioException {
    byte[] bytes = InputFile.read(file, Bounds.TRACE_BYTES);
    String name = checkedName(target);
    Path folder = target.toAbsolutePath().normalize().getParent();
    String path = folder == null ? file.toString() : Capsules.moved(file, folder);
    String of = kind == null ? guess(bytes) : kind;
    Imported imported =
        of.equals(FIO)
            ? FioJobScenario.of(
                FioJobFile.read(new String(bytes, StandardCharsets.UTF_8)), name, path)
            : ofTrace(bytes, TraceKind.of(of), columns, name, path);
    checkRuns(ScenarioSource.text(target.toString(), imported.text(), folder));
    return imported;
  }

  private static void checkRuns(ScenarioSource source) {
    try {
      Scenarios.read(source).close();
    } catch (ScenarioException e) {
      Mistake first = e.mistakes().get(0);
      String hint = first.suggestion() == null ? "" : "; " + first.suggestion();
      throw new IllegalArgumentException("cannot be done: " + first.message() + hint, e);
    }
  }

  private static Imported ofTrace(
      byte[] bytes, TraceKind kind, @Nullable String columns, String name, String path)
      throws MalformedTraceException, ScenarioException {
    if (kind == TraceKind.CSV && columns == null) {
      throw new IllegalArgumentException(
          "a table needs --columns, such as --columns '{ time: 1, time-unit: 100ns, op: 4, offset:"
              + " 5, size: 6 }'");
    }
    if (kind != TraceKind.CSV && columns != null) {
      throw new IllegalArgumentException("--columns is about csv, and this is " + kind.text());
    }
    Trace trace = kind.read(bytes, columns == null ? null : columns(columns));
    if (trace.requests().isEmpty()) {
      throw new IllegalArgumentException("the trace has no request");
    }
    return TraceScenario.of(trace, kind, name, path, columns == null ? "" : columns);
  }

  private static CsvReader.Columns columns(String text) throws ScenarioException {
    Mistakes mistakes = new Mistakes("--columns");
    Node node = YamlTree.parse(text, mistakes);
    ParsedObject fields = node == null ? null : ReplayKeys.COLUMNS_SHAPE.read(node, mistakes);
    mistakes.failIfAny(List.of(text));
    if (fields == null) {
      throw new IllegalArgumentException("--columns is empty");
    }
    return TraceFiles.columns(fields);
  }

  private static String checkedName(Path target) {
    String name = String.valueOf(target.getFileName()).replaceFirst("\\.ya?ml$", "");
    try {
      return Words.name(name);
    } catch (InvalidScalar invalid) {
      throw new IllegalArgumentException(
          "the scenario has the name of its file, and that is " + invalid.message(), invalid);
    }
  }

  private static String guess(byte[] bytes) {
    if (bytes.length >= Integer.BYTES && isMagic(bytes)) {
      return TraceKind.BLKTRACE.text();
    }
    String begin = new String(bytes, 0, Math.min(bytes.length, SEEN), StandardCharsets.UTF_8);
    if (begin.startsWith("fio version")) {
      return TraceKind.IOLOG.text();
    }
    if (BLKPARSE.matcher(begin).matches()) {
      return TraceKind.BLKPARSE.text();
    }
    if (JOBS.matcher(begin).matches()) {
      return FIO;
    }
    if (begin.contains(",")) {
      return TraceKind.CSV.text();
    }
    throw new IllegalArgumentException(
        "this looks like no trace that is known; say what it is: --from "
            + String.join("|", kinds()));
  }

  private static boolean isMagic(byte[] bytes) {
    int magic =
        (bytes[3] & 0xff) << 24
            | (bytes[2] & 0xff) << 16
            | (bytes[1] & 0xff) << 8
            | bytes[0] & 0xff;
    return (magic & 0xffffff00) == MAGIC || (Integer.reverseBytes(magic) & 0xffffff00) == MAGIC;
  }
}
