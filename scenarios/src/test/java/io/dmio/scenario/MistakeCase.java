package io.dmio.scenario;

import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.Mistake;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Wrong scenarios with what must be said about them, from {@code mistakes.txt}.
 *
 * <p>The head of that file says how a case is written.
 */
public record MistakeCase(String title, String text, List<String> expected) {

  private static final List<String> HEAD =
      List.of(
          "dmio: 1",
          "scenario: t",
          "devices: { a: { size: 1MiB }, b: { size: 1MiB } }",
          "tasks: { t: [ { write: a@0+8 } ] }");

  public static List<MistakeCase> all() {
    try (InputStream in = MistakeCase.class.getResourceAsStream("/mistakes.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(all.split("(?m)^=== "))
          .filter(part -> !part.isBlank() && !part.startsWith("#"))
          .map(MistakeCase::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MistakeCase parse(String part) {
    List<String> lines = part.lines().toList();
    List<String> body = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("> ")) {
        expected.add(line.substring(2));
      } else {
        body.add(line.replace("!bell", "\u0007"));
      }
    }
    return new MistakeCase(lines.get(0), textOf(body), expected);
  }

  private static String textOf(List<String> body) {
    if (body.get(0).equals("!empty")) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    if (body.get(0).equals("!file")) {
      lines.addAll(body.subList(1, body.size()));
    } else {
      HEAD.forEach(line -> lines.add(isIn(body, line) ? "#" : line));
      lines.addAll(body);
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isIn(List<String> body, String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    return body.stream().anyMatch(other -> other.startsWith(key) && !key.equals("dmio:"));
  }

  /** What the reader says, in the form of the file. */
  public List<String> said() {
    try {
      Scenarios.read(ScenarioSource.text("t.yaml", text)).close();
      return List.of();
    } catch (ScenarioException e) {
      return e.mistakes().stream().map(MistakeCase::line).collect(Collectors.toList());
    }
  }

  private static String line(Mistake mistake) {
    String line = mistake.line() + ":" + mistake.column() + ": " + mistake.message();
    return mistake.suggestion() == null ? line : line + " | " + mistake.suggestion();
  }

  @Override
  public String toString() {
    return title;
  }
}
