package io.dmio.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpillFileTest {

  @TempDir Path folder;

  @Test
  void whatWasAdded_isReadAgain_betweenMoreOfIt() throws Exception {
    try (SpillFile spill = new SpillFile(folder)) {
      assertThat(spill.add(new byte[0])).isZero();
      assertThat(folder.toFile().list()).isEmpty();
      assertThat(spill.add(new byte[] {1, 2, 3})).isZero();
      assertThat(spill.read(1, 2)).containsExactly(2, 3);
      assertThat(spill.add(new byte[100_000])).isEqualTo(3);
      assertThat(spill.add(new byte[] {9})).isEqualTo(100_003);
      assertThat(spill.read(0, 3)).containsExactly(1, 2, 3);
      assertThat(spill.read(100_002, 2)).containsExactly(0, 9);
      assertThatThrownBy(() -> spill.read(100_003, 2)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void whatIsClosed_leavesNothing() throws Exception {
    SpillFile spill = new SpillFile(folder);
    spill.add(new byte[10]);
    spill.close();

    assertThat(folder.toFile().list()).isEmpty();
    assertThatThrownBy(() -> spill.read(0, 1)).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void folderThatCannotBeUsed_isNamed_andWhatToDo() throws Exception {
    Path missing = folder.resolve("missing");
    try (SpillFile spill = new SpillFile(missing)) {
      assertThatThrownBy(() -> spill.add(new byte[] {1}))
          .isInstanceOf(FileSystemException.class)
          .hasMessageStartingWith(missing + ": it is the folder for temporary files")
          .hasMessageEndingWith("DMIO_JAVA_OPTS=-Djava.io.tmpdir=DIR");
    }
  }
}
