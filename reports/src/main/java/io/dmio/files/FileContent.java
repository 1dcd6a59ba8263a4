package io.dmio.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** What a file is to hold, made while it is written, so that it need not fit into memory. */
@FunctionalInterface
public interface FileContent {

  /** Writes all of it from its start; may be asked for again. Leaves the stream open. */
  void writeTo(OutputStream out) throws IOException;

  /** A text in UTF-8. */
  static FileContent text(Text content) {
    return out -> {
      Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      content.writeTo(text);
      text.flush();
    };
  }

  /** What a file of text is to hold. */
  @FunctionalInterface
  interface Text {

    /** Writes all of it. */
    void writeTo(Writer out) throws IOException;
  }
}
