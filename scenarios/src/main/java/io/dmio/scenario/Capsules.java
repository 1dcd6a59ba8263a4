package io.dmio.scenario;

import io.dmio.check.Failure;
import io.dmio.formats.InputFile;
import io.dmio.scenario.change.TextEdits;
import io.dmio.scenario.shape.Bounds;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.step.TraceKind;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.ScalarNode;
import io.dmio.scenario.yaml.SequenceNode;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Semantics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Seeded capsules: a run stored as what makes it. A capsule is the text of its scenario, comments
 * included, with the seed of the run and a key {@code capsule}; it runs like any other scenario.
 */
public final class Capsules {

  private static final Pattern EDITOR_LINES =
      Pattern.compile("(?m)^# (yaml-language-server: )?\\$schema.*\\R");

  private Capsules() {}

  /**
   * {@code SCENARIO-CHECK-SEED.yaml}; without a failure the verdict stands for the check.
   *
   * @param number from 1: beyond 1 it stands at the end, as in {@code SCENARIO-CHECK-SEED-2.yaml}
   */
  public static String fileName(RunResult result, int number) {
    String what =
        result.failures().isEmpty()
            ? result.verdict().text()
            : result.failures().get(0).check().text();
    return result.scenario()
        + "-"
        + what
        + "-"
        + hex(result.seed())
        + (number == 1 ? "" : "-" + number)
        + ".yaml";
  }

  /**
   * The text of a capsule.
   *
   * @param scenario what was run
   * @param result what came of it
   * @param madeBy this dmio, such as {@code dmio 0.1.0}
   * @param exhibit the id of the bug that was put in, or null
   * @param directory where the capsule will be; paths in it are relative to that
   */
  public static String write(
      Scenario scenario,
      RunResult result,
      String madeBy,
      @Nullable String exhibit,
      Path directory) {
    TextEdits edits = new TextEdits(String.join("\n", scenario.lines()));
    edits.set("capsule", header(scenario, result, madeBy, exhibit));
    edits.set("seed", hex(result.seed()));
    moveClassPaths(edits, scenario.source().directory(), directory);
    moveTraces(edits, scenario.source().directory(), directory);
    return EDITOR_LINES.matcher(edits.apply()).replaceAll("");
  }

  private static String header(
      Scenario scenario, RunResult result, String madeBy, @Nullable String exhibit) {
    CapsuleHeader origin = scenario.capsule();
    ScenarioSource source = scenario.source();
    StringBuilder text = new StringBuilder("{ kind: seeded");
    add(text, "made-by", TextEdits.quote(madeBy));
    add(text, "semantics", Integer.toString(Semantics.NUMBER));
    add(text, "from", TextEdits.quote(origin == null ? source.displayName() : origin.from()));
    add(text, "sha256", TextEdits.quote(origin == null ? source.sha256() : origin.sha256()));
    add(text, "seed", hex(result.seed()));
    if (!result.failures().isEmpty()) {
      Failure first = result.failures().get(0);
      add(text, "fails", first.check().text());
      if (first.rule() >= 0) {
        add(text, "rule", TextEdits.quote(result.names().rule(first.rule())));
      }
    }
    if (exhibit != null) {
      add(text, "exhibit", TextEdits.quote(exhibit));
    }
    HexFormat hex = HexFormat.of();
    add(text, "fingerprint", TextEdits.quote(hex.toHexDigits(result.digests().fingerprint())));
    add(text, "outcome", TextEdits.quote(hex.toHexDigits(result.digests().outcome())));
    return text.append(" }").toString();
  }

  private static void add(StringBuilder text, String key, String value) {
    text.append(",\n    ").append(key).append(": ").append(value);
  }

  private static String hex(long seed) {
    return "0x" + Long.toHexString(seed);
  }

  private static void moveClassPaths(TextEdits edits, @Nullable Path from, Path to) {
    if (from == null) {
      return;
    }
    for (Node java : TextEdits.values(edits.root(), "java")) {
      for (Node list : TextEdits.values(java, "class-path")) {
        List<Node> entries =
            list instanceof SequenceNode sequence ? sequence.elements() : List.of();
        for (Node entry : entries) {
          String path = entry instanceof ScalarNode scalar ? scalar.text() : "";
          edits.replace(entry, TextEdits.quote(moved(from.resolve(path), to)));
        }
      }
    }
  }

  /** A trace is part of what makes a run, so its digest goes with its path. */
  private static void moveTraces(TextEdits edits, @Nullable Path from, Path to) {
    if (from == null) {
      return;
    }
    for (Node replay : TextEdits.values(edits.root(), "replay")) {
      for (TraceKind kind : TraceKind.values()) {
        if (replay instanceof MappingNode mapping
            && TextEdits.value(mapping, kind.text()) instanceof ScalarNode file) {
          moveTrace(edits, mapping, file, from.resolve(file.text()).normalize(), to);
        }
      }
    }
  }

  private static void moveTrace(
      TextEdits edits, MappingNode replay, ScalarNode file, Path trace, Path to) {
    String path = TextEdits.quote(moved(trace, to));
    if (TextEdits.value(replay, "sha256") != null) {
      edits.replace(file, path);
      return;
    }
    boolean block = !replay.isFlow();
    String indent = " ".repeat(replay.at().column() - 1);
    edits.replace(
        file, path + (block ? "\n" + indent : ", ") + "sha256: " + TextEdits.quote(sha256(trace)));
  }

  private static String sha256(Path trace) {
    try {
      return ScenarioSource.sha256(InputFile.read(trace, Bounds.TRACE_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String moved(Path path, Path to) {
    Path target = path.toAbsolutePath().normalize();
    Path base = to.toAbsolutePath().normalize();
    boolean sameRoot = Objects.equals(target.getRoot(), base.getRoot());
    return (sameRoot ? base.relativize(target) : target).toString().replace('\\', '/');
  }
}
