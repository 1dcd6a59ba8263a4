package io.dmio.files;

import java.io.Serial;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A file or folder that would be replaced, and that dmio has not made. */
public final class ForeignFileException extends FileSystemException {

  @Serial private static final long serialVersionUID = 1;

  /**
   * Refuses.
   *
   * @param why what is wrong with it, such as {@code holds files that dmio has not made}
   */
  public ForeignFileException(Path file, String why) {
    super(file.toString(), null, why);
  }
}
