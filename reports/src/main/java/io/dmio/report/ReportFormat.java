package io.dmio.report;

/** What a report consists of. */
public enum ReportFormat {
  /** {@code index.html}, one file that needs nothing else. */
  HTML("html"),
  /** {@code timeline.png}, {@code pool.png}, {@code latency.png}. */
  PNG("png"),
  /** The same pictures as {@code .svg}. */
  SVG("svg");

  private final String text;

  ReportFormat(String text) {
    this.text = text;
  }

  /** The word on the command line, and the files' extension. */
  public String text() {
    return text;
  }
}
