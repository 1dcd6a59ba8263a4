package io.dmio.report.page;

import gg.jte.TemplateOutput;
import io.dmio.files.FileContent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page in the making: text, which becomes UTF-8, and between it bytes as they are. */
final class PageBytes implements TemplateOutput, FileContent {

  private final List<byte[]> parts = new ArrayList<>();
  private final StringBuilder text = new StringBuilder(1 << 16);

  @Override
  public void writeContent(String value) {
    text.append(value);
  }

  @Override
  public void writeContent(String value, int from, int to) {
    text.append(value, from, to);
  }

  @Override
  public void writeBinaryContent(byte[] value) {
    endText();
    parts.add(value);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    endText();
    for (byte[] part : parts) {
      out.write(part);
    }
  }

  private void endText() {
    parts.add(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }
}
