package io.dmio.cli;

import io.dmio.files.ForeignFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in words what the file system refused. */
final class FileWords {

  private FileWords() {}

  static String describe(IOException problem) {
    if (!(problem instanceof FileSystemException refused) || refused.getFile() == null) {
      return "input or output failed: " + problem.getMessage();
    }
    return "'" + refused.getFile() + "' " + reason(refused);
  }

  private static String reason(FileSystemException refused) {
    if (refused instanceof ForeignFileException) {
      return refused.getReason() + ": name another place, or replace it with --force";
    }
    if (refused instanceof NoSuchFileException) {
      return "does not exist";
    }
    if (refused instanceof AccessDeniedException) {
      return "may not be read or written by you";
    }
    if (refused instanceof NotDirectoryException || refused instanceof FileAlreadyExistsException) {
      return "is a file, and a folder is needed";
    }
    String reason = refused.getReason();
    return "cannot be used" + (reason == null ? "" : ": " + reason);
  }
}
