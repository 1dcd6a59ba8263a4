package io.dmio.testbed;

import static io.dmio.testbed.WorldSpecs.at;
import static io.dmio.testbed.WorldSpecs.get;
import static io.dmio.testbed.WorldSpecs.put;
import static io.dmio.testbed.WorldSpecs.read;
import static io.dmio.testbed.WorldSpecs.world;
import static io.dmio.testbed.WorldSpecs.write;
import static io.dmio.testbed.WorldSpecs.writeAsync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.fault.FaultOp;
import io.dmio.sim.LogMode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CallDataTest {

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void words_tellWhatCallsBroughtAndLeft(PayloadMode payload) {
    WorldSpec spec =
        world()
            .disks("a", "b")
            .payload(payload)
            .bad(1, 8, 4, FaultOp.WRITE)
            .bad(0, 64, 1, FaultOp.READ)
            .task(
                "t",
                get(4),
                write("w", at(0, 0, 8), at(1, 8, 8)),
                write("v", at(0, 4, 2)),
                writeAsync("u", at(0, 16, 8), at(1, 16, 8)),
                read("r", at(0, 2, 8)),
                read("dead", at(0, 64, 2)),
                put(4))
            .build();
    Map<String, String> data = run(spec);
    assertThat(data)
        .containsEntry("w", "its data on a; zeroes on b")
        .containsEntry("v", "its data on a")
        .containsEntry("u", "its data on a, b")
        .containsEntry("r", "2-3 w:2-3, 4-5 v:0-1, 6-7 w:6-7, 8-9 zeroes")
        .containsEntry("dead", "zeroes")
        .hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(PayloadMode.class)
  void askingForWords_changesNoDigest(PayloadMode payload) {
    WorldSpec spec =
        world()
            .disks("a")
            .payload(payload)
            .task("t", get(1), write("w", at(0, 0, 3)), put(1))
            .build();
    Heard heard = new Heard();
    RunResult asked = Testbed.run(spec, new RunOptions(LogMode.NONE, heard, null));
    RunResult plain = Testbed.run(spec, RunOptions.PLAIN);
    assertThat(asked.digests().fingerprint()).isEqualTo(plain.digests().fingerprint());
    assertThat(asked.digests().outcome()).isEqualTo(plain.digests().outcome());
    assertThat(heard.data).isNotEmpty();
  }

  private static Map<String, String> run(WorldSpec spec) {
    Heard heard = new Heard();
    RunResult result = Testbed.run(spec, new RunOptions(LogMode.NONE, heard, null));
    Map<String, String> byName = new TreeMap<>();
    heard.data.forEach((call, words) -> byName.put(result.names().call(call), words));
    return byName;
  }

  private static final class Heard implements RunListener {

    private final Map<Integer, String> data = new TreeMap<>();

    @Override
    public boolean wantsData() {
      return true;
    }

    @Override
    public void callData(int call, String words) {
      data.put(call, words);
    }

    @Override
    public void callEnded(int call, RequestOp op, long start, long end, long bits) {}

    @Override
    public void bioEnded(int device, RequestOp op, long submit, long end, long bytes, boolean ok) {}
  }
}
