package io.dmio.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.sim.LogMode;
import io.dmio.testbed.RunOptions;
import io.dmio.testbed.RunResult;
import io.dmio.testbed.Testbed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The log of dm-log-writes, read by a reader of its own. */
final class LogWritesExportTest {

  private static final String TEXT =
      """
      dmio: 1
      scenario: log
      engine: { dialect: linux-6.1 }
      devices:
        a:
          size: 1MiB
          latency: { read: 1us, write: 10us, flush: 20us }
          cache: { mode: write-back }
          limits: { max-discard-sectors: 64 }
      tasks:
        t:
          - { write: a@0+8, id: early, mode: async }
          - { write: a@8+8, data: { pattern: 3 } }
          - { write: a@16+8, id: late, mode: async }
          - flush: a
          - { write: a@24+1, flags: [fua] }
          - { discard: a@32+8 }
          - { read: a@0+8 }
          - wait: all
      """;

  private static SortedMap<String, byte[]> files() throws Exception {
    try (Scenario scenario = Scenarios.read(ScenarioSource.text("log.yaml", TEXT));
        RunExport export = new RunExport(ExportFormat.LOG_WRITES)) {
      RunResult result =
          Testbed.run(scenario.world(), new RunOptions(LogMode.FULL, export.listener(), null));
      return ExportedFiles.of(export.files(result, "dmio run log"));
    }
  }

  /** Sector, count and flags of every entry; of writes the first byte as well. */
  private static List<String> entries(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getLong(0)).isEqualTo(0x6a736677736872L);
    long count = bytes.getLong(16);
    List<String> entries = new ArrayList<>();
    int at = bytes.getInt(24);
    for (int i = 0; i < count; i++) {
      long flags = bytes.getLong(at + 16);
      long sectors = bytes.getLong(at + 8);
      String name = bytes.getLong(at) + "+" + sectors + ":" + flags;
      if (flags == 8) {
        int length = (int) bytes.getLong(at + 24);
        name = new String(file, at + 32, length, StandardCharsets.UTF_8);
      }
      entries.add(name);
      at += 512 + ((flags & 12) == 0 ? (int) sectors * 512 : 0);
    }
    assertThat(at).as("the log ends with its last entry").isEqualTo(file.length);
    return entries;
  }

  @Test
  void writes_areLoggedByTheFlushThatMakesThemDurable() throws Exception {
    assertThat(entries(files().get("a.log-writes")))
        .containsExactly(
            "0+8:0", "8+8:0", "0+0:1", "24+1:2", "16+8:0", "32+8:4", "dm-log-writes-end");
  }

  @Test
  void data_isWhatTheWriteCarried() throws Exception {
    byte[] file = files().get("a.log-writes");
    byte[] first = Arrays.copyOfRange(file, 1024, 1536);
    byte[] second = Arrays.copyOfRange(file, 1024 + 8 * 512 + 512, 1024 + 8 * 512 + 1024);
    assertThat(first).isNotEqualTo(second).isNotEqualTo(new byte[512]);
  }
}
