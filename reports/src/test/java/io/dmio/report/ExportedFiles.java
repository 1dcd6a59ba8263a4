package io.dmio.report;

import io.dmio.files.FileContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;

/** What exported files hold. */
public final class ExportedFiles {

  private ExportedFiles() {}

  public static SortedMap<String, byte[]> of(SortedMap<String, FileContent> files) {
    SortedMap<String, byte[]> held = new TreeMap<>();
    files.forEach((name, content) -> held.put(name, bytes(content)));
    return held;
  }

  private static byte[] bytes(FileContent content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
