package io.dmio.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that appear whole. */
final class WholeFileTest {

  @TempDir private Path folder;

  @Test
  void folders_areMade_andNothingElseIsLeft() throws IOException {
    WholeFile.write(folder.resolve("a/b/c.txt"), "new");

    assertThat(folder.resolve("a/b/c.txt")).hasContent("new");
    assertThat(names(folder.resolve("a/b"))).containsExactly("c.txt");
  }

  @Test
  void oldContent_isNeverWrittenOver_butReplacedAtOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    Path other = Files.createLink(folder.resolve("other"), file);
    WholeFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(other).hasContent("old");
  }

  @Test
  void permissions_areThoseOfAnyNewFile() throws IOException {
    Path any = Files.writeString(folder.resolve("any"), "");
    WholeFile.write(folder.resolve("f"), "new");

    assertThat(Files.getAttribute(folder.resolve("f"), "posix:permissions"))
        .isEqualTo(Files.getAttribute(any, "posix:permissions"));
  }

  @Test
  void links_areNotWrittenThrough() throws IOException {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("far")).resolve("f"), "old");
    for (Path target : List.of(file, folder.resolve("far"), folder.resolve("gone"))) {
      Path link = Files.createSymbolicLink(folder.resolve("link"), target);
      assertRefused(
          link,
          "it is a link, and nothing is written through links: remove it, or name what it leads"
              + " to");
      assertThat(link).isSymbolicLink();
      Files.delete(link);
    }
    assertThat(file).hasContent("old");
    assertThat(names(folder)).containsExactly("far");
  }

  @Test
  void linkAboveTheFile_isAWayToWriteThere() throws IOException {
    Path far = Files.createDirectory(folder.resolve("far"));
    Files.createSymbolicLink(folder.resolve("link"), far);
    WholeFile.write(folder.resolve("link/f"), "new");

    assertThat(far.resolve("f")).hasContent("new");
  }

  @Test
  void whatIsNoFile_isWrittenToAsItIs() throws IOException {
    WholeFile.write(Path.of("/dev/null"), "new");

    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void linkToATerminalOrPipe_isWrittenTo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));
    WholeFile.write(link, "new");

    assertThat(link).isSymbolicLink();
  }

  @Test
  void whatIsFull_isNamed() {
    assertRefused(Path.of("/dev/full"), "No space left on device");
  }

  @Test
  void contentThatFails_leavesWhatWasThere_andIsNotBlamedOnTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");
    IOException elsewhere = new FileSystemException("elsewhere");
    FileContent content =
        out -> {
          out.write(new byte[1 << 17]);
          throw elsewhere;
        };

    assertThatThrownBy(() -> WholeFile.write(file, content)).isSameAs(elsewhere);
    assertThat(file).hasContent("old");
    assertThat(names(folder)).containsExactly("f");
  }

  @Test
  void newFile_takesNoOthersPlace() throws IOException {
    Path file = folder.resolve("f");
    WholeFile.create(file, new byte[] {'1'});

    assertThatThrownBy(() -> WholeFile.create(file, new byte[] {'2'}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("1");
    assertThat(names(folder)).containsExactly("f");
  }

  @Test
  void folder_isNotReplaced() throws IOException {
    Path target = Files.createDirectory(folder.resolve("empty"));

    assertRefused(target, "it is a folder: name a file in it");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void fileWhereAFolderIsNeeded_staysAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "old");

    assertThatThrownBy(() -> WholeFile.write(file.resolve("deeper"), "new"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessage(file.toString());
    assertThat(file).hasContent("old");
  }

  @Test
  void refusedName_isTheOneThatWasAskedFor_andNoPartIsLeft() throws IOException {
    Path target = folder.resolve("x".repeat(300));

    assertThatThrownBy(() -> WholeFile.write(target, "new"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(target + ": ");
    assertThat(names(folder)).isEmpty();
  }

  @Test
  void folderOfOthers_saysWhatToDo() {
    Path file = Path.of("f");
    assertThat(NamedStream.named(file, new AccessDeniedException(".dmio-1.part")))
        .hasMessage("f: you may not write in its folder: name another one, or allow it");
    assertThat(NamedStream.named(file, new FileSystemException("p", null, "Disk quota exceeded")))
        .hasMessage("f: Disk quota exceeded");
  }

  private static void assertRefused(Path target, String why) {
    assertThatThrownBy(() -> WholeFile.write(target, "new"))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(target + ": " + why);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
