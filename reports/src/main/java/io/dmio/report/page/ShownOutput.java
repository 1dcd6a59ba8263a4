package io.dmio.report.page;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import io.dmio.workload.PrintableText;
import org.jspecify.annotations.Nullable;

/** Text of a page from elsewhere: none of it is markup, and what would not be seen is spelled. */
final class ShownOutput extends OwaspHtmlTemplateOutput {

  ShownOutput(TemplateOutput page) {
    super(page);
  }

  @Override
  public void writeUserContent(@Nullable String value) {
    if (value != null) {
      super.writeUserContent(PrintableText.lines(value));
    }
  }
}
