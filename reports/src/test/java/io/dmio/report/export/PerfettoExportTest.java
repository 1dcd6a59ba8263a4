package io.dmio.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.report.CutRun;
import io.dmio.report.ExportFormat;
import io.dmio.report.ExportedFiles;
import io.dmio.report.PerfettoPackets;
import io.dmio.report.PerfettoPackets.Event;
import io.dmio.report.RunExport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader of its own finds in exported traces of Perfetto. */
final class PerfettoExportTest {

  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int INSTANT = 3;
  private static final int COUNTER = 4;

  private static List<Event> events(CutRun run) {
    RunExport export = new RunExport(ExportFormat.PERFETTO);
    return PerfettoPackets.events(
        ExportedFiles.of(export.files(run.result(), "")).get("run.perfetto-trace"));
  }

  @Test
  void bioThatItsHostLeftBehind_endsAtTheCrash_andSaysSo() {
    List<Event> events = events(CutRun.of(CutRun.CUT));
    Event lost =
        events.stream().filter(event -> event.name().startsWith("dying#0")).findFirst().get();
    assertThat(lost.name()).isEqualTo("dying#0 200+8 LOST IN THE CRASH");

    List<Event> after =
        events.stream().filter(e -> e.track().equals(lost.track()) && e.type() == END).toList();
    assertThat(after).extracting(Event::nanos).contains(500_000L);
    assertThat(events)
        .filteredOn(event -> event.track().equals("host"))
        .extracting(event -> event.nanos() + " " + event.type() + " " + event.name())
        .containsExactly("500000 " + INSTANT + " the host dies", "550000 3 boot 2");
  }

  @Test
  void everySlice_endsOnce_alsoWithACrash() {
    Map<String, Integer> open = new HashMap<>();
    for (Event event : events(CutRun.of(CutRun.CUT))) {
      if (event.type() == BEGIN || event.type() == END) {
        open.merge(event.track(), event.type() == BEGIN ? 1 : -1, Integer::sum);
        assertThat(open.get(event.track())).isBetween(0, 1);
      }
    }
    assertThat(open.values()).isNotEmpty().containsOnly(0);
  }

  @Test
  void waiters_areCountedUpAndDown_andDieWithTheHost() {
    CutRun run =
        CutRun.of(
            """
            dmio: 1
            scenario: cut
            engine: { dialect: linux-6.1, clients: { main: { ios: 1, bios: 1 } } }
            devices:
              a: { size: 1MiB, latency: 80us }
            faults:
              - { allocation-failure: main.ios, from: 1us, id: no-memory }
            tasks:
              first: [ { sleep: 10us }, { write: a@0+8, id: w1 }, { write: a@0+8, id: w2 } ]
              second: [ { sleep: 20us }, { write: a@8+8, id: x1 } ]
            events:
              - { crash: host, survives: all, at: 100us }
            """);
    assertThat(events(run))
        .filteredOn(event -> event.track().equals("main.ios waiting") && event.type() == COUNTER)
        .extracting(event -> event.nanos() + " " + event.value())
        .containsExactly("20000 1", "90000 0", "90000 1", "100000 0");
  }
}
