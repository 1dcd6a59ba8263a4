package io.dmio.cli;

import io.dmio.model.TimeWindow;
import io.dmio.report.ReportFormat;
import io.dmio.run.MistakeException;
import io.dmio.scenario.shape.TimeText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the caller wants a report to consist of and to show. */
final class ReportOptions {

  private ReportOptions() {}

  /** The formats of {@code --format}; all of them if it was not given. */
  static Set<ReportFormat> formats(Given given) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    String list = given.text("--format");
    if (list == null) {
      return EnumSet.allOf(ReportFormat.class);
    }
    for (String word : list.split(",", -1)) {
      formats.add(format(word));
    }
    return formats;
  }

  /** The part of virtual time of {@code --window}; the whole run if it was not given. */
  static TimeWindow window(Given given) {
    String text = given.text("--window");
    if (text == null) {
      return TimeWindow.ALL;
    }
    int dots = text.indexOf("..");
    if (dots < 0) {
      throw noWindow(text, "write FROM..TO, such as 1ms..2500us");
    }
    try {
      long from = TimeText.read(text.substring(0, dots));
      long to = TimeText.read(text.substring(dots + 2));
      if (from >= to) {
        throw noWindow(text, "FROM must be less than TO");
      }
      return new TimeWindow(from, to);
    } catch (IllegalArgumentException wrong) {
      throw noWindow(text, String.valueOf(wrong.getMessage()));
    }
  }

  private static MistakeException noWindow(String text, String why) {
    return new MistakeException("--window " + text + ": " + why);
  }

  private static ReportFormat format(String word) {
    for (ReportFormat format : ReportFormat.values()) {
      if (format.text().equals(word)) {
        return format;
      }
    }
    List<String> known = List.of(ReportFormat.values()).stream().map(ReportFormat::text).toList();
    throw MistakeException.unknown("format", word, known);
  }
}
