package io.dmio.files;

import java.io.IOException;
import java.io.OutputStream;

/** What a file is to hold, made while it is written, so that it need not fit into memory. */
@FunctionalInterface
public interface FileContent {

  /** Writes all of it from its start; may be asked for again. Leaves the stream open. */
  void writeTo(OutputStream out) throws IOException;
}
