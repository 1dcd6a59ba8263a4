package io.dmio.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * A folder that files are written into, of which only its own are ever replaced: their names stand
 * in a hidden file, {@code .dmio-files}, one a line. Other files in the folder are left alone.
 */
public final class OwnFolder {

  /** The file with the names. */
  static final String MARKER = ".dmio-files";

  private static final String HEADING =
      "# The files of this folder that dmio has made. It replaces these and no others.\n";

  private final Path folder;
  private final boolean force;

  /**
   * A folder, whether or not there is one.
   *
   * @param force whether files of others are replaced as well
   */
  public OwnFolder(Path folder, boolean force) {
    this.folder = folder;
    this.force = force;
  }

  /**
   * Refuses a folder in which others have files: one that is neither new nor empty, has no marker,
   * and holds more than folders that have one. Hidden files do not count.
   *
   * @throws ForeignFileException if it is one
   * @throws IOException if it is a link, or cannot be read
   */
  public void demandOwn() throws IOException {
    refuseLink();
    if (force || !Files.isDirectory(folder) || Files.exists(folder.resolve(MARKER))) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        boolean hidden = String.valueOf(entry.getFileName()).startsWith(".");
        if (!hidden && !Files.exists(entry.resolve(MARKER))) {
          throw new ForeignFileException(folder, "holds files that dmio has not made");
        }
      }
    }
  }

  /** Refuses a folder that is a link to another one. */
  public void refuseLink() throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new FileSystemException(
          folder.toString(),
          null,
          "it is a link, and nothing is written through links: name the folder that it leads to");
    }
  }

  /**
   * Marks the folder, which is made if there is none, as one for folders of reports.
   *
   * @throws IOException if it is a link, or cannot be written
   */
  public void mark() throws IOException {
    refuseLink();
    mark(names());
  }

  /**
   * Writes files; the folder is made if there is none. Each appears whole.
   *
   * @param files what they hold, by name
   * @throws ForeignFileException if one of them would replace what dmio has not made: then none is
   *     written
   * @throws IOException if one cannot be written; the message says what to do
   */
  public void write(SortedMap<String, FileContent> files) throws IOException {
    refuseLink();
    NavigableSet<String> own = names();
    for (String name : files.keySet()) {
      refuseForeign(name, own);
    }
    own.addAll(files.keySet());
    mark(own);
    try {
      for (Map.Entry<String, FileContent> file : files.entrySet()) {
        WholeFile.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException | RuntimeException | Error incomplete) {
      own.removeIf(name -> !Files.exists(folder.resolve(name)));
      markAfter(incomplete, own);
      throw incomplete;
    }
  }

  /** The names that the marker gives. */
  private NavigableSet<String> names() throws IOException {
    NavigableSet<String> names = new TreeSet<>();
    Path marker = folder.resolve(MARKER);
    if (Files.isRegularFile(marker)) {
      Files.readAllLines(marker).stream().filter(line -> !line.startsWith("#")).forEach(names::add);
    }
    return names;
  }

  private void refuseForeign(String name, Set<String> own) throws IOException {
    Path file = folder.resolve(name);
    FileKind kind = FileKind.of(file).refuse(file);
    if (kind == FileKind.FILE && !force && !own.contains(name)) {
      throw new ForeignFileException(file, "was not made by dmio");
    }
  }

  private void mark(NavigableSet<String> names) throws IOException {
    StringBuilder list = new StringBuilder(HEADING);
    names.forEach(name -> list.append(name).append('\n'));
    WholeFile.write(folder.resolve(MARKER), list.toString());
  }

  /** A disk that took no file may take no list either. */
  private void markAfter(Throwable problem, NavigableSet<String> names) {
    try {
      if (names.isEmpty()) {
        Files.deleteIfExists(folder.resolve(MARKER));
      } else {
        mark(names);
      }
    } catch (IOException secondary) {
      problem.addSuppressed(secondary);
    }
  }
}
