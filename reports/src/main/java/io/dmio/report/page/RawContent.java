package io.dmio.report.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/**
 * What a page shows unchanged.
 *
 * @param parts UTF-8, one after the other
 */
public record RawContent(List<byte[]> parts) implements Content {

  public RawContent(byte[] part) {
    this(List.of(part));
  }

  @Override
  public void writeTo(TemplateOutput output) {
    for (byte[] part : parts) {
      output.writeBinaryContent(part);
    }
  }
}
