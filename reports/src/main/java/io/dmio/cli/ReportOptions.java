package io.dmio.cli;

import io.dmio.report.ReportFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the caller wants a report to consist of. */
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

  private static ReportFormat format(String word) {
    for (ReportFormat format : ReportFormat.values()) {
      if (format.text().equals(word)) {
        return format;
      }
    }
    List<String> known = List.of(ReportFormat.values()).stream().map(ReportFormat::text).toList();
    throw new MistakeException(
        "there is no format '" + word + "'; known: " + String.join(", ", known));
  }
}
