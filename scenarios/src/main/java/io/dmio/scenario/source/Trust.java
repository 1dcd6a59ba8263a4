package io.dmio.scenario.source;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario may do beyond its own text. A scenario whose file lies below the working folder
 * is the caller's own: it may run code, and name files below that folder. Any other may name files
 * beside or below itself, and no more, unless it is allowed.
 *
 * @param code whether any scenario may run code
 * @param files whether any scenario may name any file
 * @param workingFolder below which scenarios are trusted, or null for none
 */
public record Trust(boolean code, boolean files, @Nullable Path workingFolder) {

  /** Everything is allowed: for programs that run scenarios of their own. */
  public static final Trust ALL = new Trust(true, true, null);

  /** What a scenario below a folder may do without being allowed anything. */
  public static Trust below(Path workingFolder) {
    return new Trust(false, false, workingFolder);
  }

  /** Whether a scenario that lies somewhere may name a file. */
  public boolean allows(Path file, Path scenario) {
    return NamedFiles.allows(List.of(file), scenario, this);
  }

  /** The same with everything allowed that is said to be. */
  public Trust allowing(boolean anyCode, boolean anyFiles) {
    return new Trust(code || anyCode, files || anyFiles, workingFolder);
  }
}
