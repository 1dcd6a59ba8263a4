package io.dmio.conformance;

import static io.dmio.conformance.Shape.async;
import static io.dmio.conformance.Shape.region;
import static io.dmio.conformance.Shape.sync;
import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.engine.LinuxSteps;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shapes that the format allows and the shipped recordings lack; what must come is by its rules.
 */
final class ShapesTest {

  private static final String WAIT = "{'type':'wait'}";
  private static final String POLL = "{'type':'poll'}";
  private static final int SECTOR = 512;

  @Test
  void allFlags_arePassedOn_inTheOrderOfTheFormat() {
    Replayed replayed =
        run(
            mem("a", "'write_cache':true"),
            async(
                "write",
                region("a", 0, 8),
                "'flags':['nomerge','idle','rahead','prio','meta','sync','fua','preflush']",
                "'ioprio':24583"));
    assertThat(replayed.bios(0, "flags", "ioprio"))
        .containsExactly(
            "[\"preflush\",\"fua\",\"sync\",\"meta\",\"prio\",\"rahead\",\"idle\",\"nomerge\"]"
                + " 24583");
  }

  @Test
  void zeroTarget_givesZeroes_failsReadAhead_andSwallowsWrites() {
    String device = dm("mem", "[0,64,'linear'],[64,64,'zero'],[128,128,'linear']");
    Replayed replayed =
        run(
            device,
            sync("read", region("a", 60, 8)),
            sync("read", region("a", 60, 8), "'flags':['rahead']"),
            sync("read", region("a", 120, 16), "'flags':['rahead']"),
            sync("write", region("a", 64, 8)));
    assertThat(replayed.classes(0)).isEqualTo("x4 z4 s56");
    assertThat(replayed.bios(0, "status", "residual")).containsExactly("OK 2048");
    assertThat(replayed.classes(1)).isEqualTo("x4 z4 s56");
    assertThat(replayed.bits(1)).isEqualTo("0x1");
    assertThat(replayed.classes(2)).isEqualTo("s8 z8 s48");
    assertThat(replayed.bits(3)).isEqualTo("0x0");
    assertThat(replayed.content("a")).isEqualTo(untouched(256));
    assertThat(replayed.arrived("a", "write")).isZero();
  }

  @Test
  void corruptRead_changesByte32OfEachPiece() {
    String device = dm("brd", "[0,8,'linear'],[8,8,'flakey_corrupt_read'],[16,240,'linear']");
    Replayed replayed = run(device, sync("read", region("a", 0, 24)));
    byte[] expected = CaseBuffer.patternBytes(9, 32768);
    System.arraycopy(CaseBuffer.patternBytes(3, 24 * SECTOR), 0, expected, 0, 24 * SECTOR);
    expected[8 * SECTOR + 32] = 7;
    assertThat(replayed.op(0).path("buffer_sha256").asText()).isEqualTo(Contents.sha256(expected));
    assertThat(replayed.bits(0)).isEqualTo("0x0");
  }

  @Test
  void delays_keepTheirOrder_andEndOutsideTheCall() {
    Replayed replayed =
        run(
            dm("mem", "[0,128,'delay'],[128,128,'linear']"),
            async("write", region("a", 0, 8)),
            async("read", region("a", 0, 8)),
            async("read", region("a", 128, 8)),
            POLL,
            WAIT,
            POLL);
    assertThat(replayed.polls()).isEqualTo("[[0,0,1],[1,1,1]]");
    assertThat(replayed.callback(0).path("order").asInt()).isEqualTo(2);
    assertThat(replayed.callback(1).path("order").asInt()).isEqualTo(3);
    assertThat(replayed.callback(1).path("inline").asBoolean(true)).isFalse();
    assertThat(replayed.callback(2).path("inline").asBoolean()).isTrue();
    assertThat(replayed.classes(1)).as("the read comes after the write").isEqualTo("s64");
  }

  @Test
  void stripes_scatterSectorsAsTheFormatSays() {
    Replayed replayed = run(dm("mem", "[0,256,'striped8']"), sync("write", region("a", 4, 40)));
    byte[] expected = CaseBuffer.patternBytes(3, 256 * SECTOR);
    byte[] written = CaseBuffer.patternBytes(9, 40 * SECTOR);
    for (int i = 0; i < 40; i++) {
      int s = 4 + i;
      int at = s / 8 % 2 * 128 + s / 16 * 8 + s % 8;
      System.arraycopy(written, i * SECTOR, expected, at * SECTOR, SECTOR);
    }
    assertThat(replayed.content("a")).isEqualTo(Contents.sha256(expected));
    assertThat(replayed.bios(0, "residual")).containsExactly(Integer.toString(4 * SECTOR));
    assertThat(replayed.arrived("a", "write")).isEqualTo(6);
  }

  @Test
  void heldBios_areReleasedFromBothEnds_andThoseLeftKeepTheirOrder() {
    String[] ops = {
      async("write", region("a", 0, 1)),
      async("write", region("a", 1, 1)),
      async("write", region("a", 2, 1)),
      async("write", region("a", 3, 1)),
      "{'type':'release','device':'a','order':'lifo','max':1}",
      POLL,
      "{'type':'release','device':'a','order':'fifo','max':2}",
      POLL,
      "{'type':'release','device':'a','order':'fifo','max':0}",
      WAIT
    };
    Replayed replayed = run(mem("a", "'hold':true"), ops);
    assertThat(replayed.polls()).isEqualTo("[[0,0,0,1],[1,1,0,1]]");
    assertThat(orders(replayed, 4)).isEqualTo("2,3,4,1");
  }

  @Test
  void waitWithHeldBios_keepsNoBufferTooEarly() {
    Replayed replayed =
        run(
            mem("a", "'hold':true"),
            async("read", region("a", 0, 8)),
            WAIT,
            "{'type':'release','device':'a','order':'fifo','max':0}",
            WAIT);
    assertThat(replayed.classes(0)).isEqualTo("x8 s56");
  }

  @Test
  void emptyFlushOfADeviceWithoutCache_isNeverHeld() {
    Replayed replayed =
        run(mem("a", "'hold':true"), async("write", region("a", 0, 0), "'flags':['preflush']"));
    assertThat(replayed.callback(0).path("inline").asBoolean()).isTrue();
  }

  @Test
  void rules_areLookedAtInOrder_andHitSoOftenOnly() {
    String rules =
        "{'kind':'drop','first':4,'count':1,'on':['read'],'status':'IOERR','times':1},"
            + "{'kind':'partial','first':3,'count':2,'on':['write','read'],'status':'MEDIUM',"
            + "'times':1}";
    Replayed replayed =
        run(
            mem("a", "'faults':[" + rules + "]"),
            sync("read", region("a", 0, 8)),
            sync("write", region("a", 0, 8)),
            sync("write", region("a", 8, 8)),
            sync("read", region("a", 0, 8)));
    assertThat(replayed.classes(0)).as("dropped").isEqualTo("s64");
    assertThat(replayed.bios(0, "status")).containsExactly("OK");
    assertThat(replayed.bios(1, "status")).containsExactly("MEDIUM");
    assertThat(replayed.classes(3)).as("three sectors were written").isEqualTo("s3 x5 s56");
  }

  @Test
  void dustRules_healWhatIsWritten_whateverFollows() {
    String rules =
        "{'kind':'dust','first':0,'count':8,'on':['read','write'],'status':'MEDIUM','times':1},"
            + "{'kind':'error','first':6,'count':1,'on':['write'],'status':'NOSPC','times':-1}";
    Replayed replayed =
        run(
            mem("a", "'faults':[" + rules + "]"),
            sync("read", region("a", 7, 2)),
            sync("write", region("a", 4, 4)),
            sync("read", region("a", 4, 4)),
            sync("read", region("a", 3, 2)));
    assertThat(replayed.bios(0, "status")).containsExactly("MEDIUM");
    assertThat(replayed.bios(1, "status")).containsExactly("NOSPC");
    assertThat(replayed.bios(2, "status")).containsExactly("OK");
    assertThat(replayed.bios(3, "status")).containsExactly("MEDIUM");
  }

  @Test
  void rulesWithARange_spareEmptyFlushes_andFlushRulesFailWithAnyKind() {
    String write = "{'kind':'error','first':0,'count':64,'on':['write'],'status':'IOERR'}";
    String flush = "{'kind':'drop','first':0,'count':0,'on':['flush'],'status':'NOSPC','times':1}";
    Replayed replayed =
        run(
            mem("a", "'write_cache':true,'faults':[" + flush + "," + write + "]"),
            sync("write", region("a", 8, 0), "'flags':['preflush']"),
            sync("write", region("a", 8, 0), "'flags':['preflush']"),
            sync("write", region("a", 8, 1), "'flags':['preflush']"));
    assertThat(replayed.bios(0, "status")).containsExactly("NOSPC");
    assertThat(replayed.bios(1, "status")).containsExactly("OK");
    assertThat(replayed.bios(2, "status")).containsExactly("IOERR");
  }

  @Test
  void vectorsSpanPages_andThoseConsumedAreLeftAlone() {
    Replayed replayed =
        run(
            mem("a", ""),
            sync(
                "read",
                region("a", 0, 8),
                "'memory':'bvec','bytes':6656,'bio_advance':1536,"
                    + "'bvecs':[[0,512,1024],[7,3584,5120],[3,0,512]]"));
    assertThat(replayed.classes(0)).isEqualTo("s3 x8 s2");
    assertThat(replayed.bios(0, "bytes", "vecs", "max_vecs")).containsExactly("4096 1 4");
    assertThat(replayed.op(0).path("guard_ok").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"vma, 4508 2", "kmem, 4508 1"})
  void unalignedOffsets_moveMoreThanTheRegion_inEveryMemory(String memory, String bio) {
    Replayed replayed =
        run(
            mem("a", ""),
            sync(
                "read",
                region("a", 0, 8),
                "'memory':'" + memory + "','offset':100,'contig_run':1,'bytes':8192"));
    assertThat(replayed.bios(0, "bytes", "vecs")).containsExactly(bio);
  }

  @Test
  void bitsWithoutAPointer_areNotWritten() {
    Replayed replayed =
        run(mem("a", ""), sync("read", region("a", 255, 8), "'error_bits_pointer':false"));
    assertThat(replayed.ret(0)).isEqualTo(-5);
    assertThat(replayed.bits(0)).isEqualTo("null");
  }

  @Test
  void sixtyFourRegions_haveSixtyFourBits() {
    String regions =
        LongStream.range(0, 64)
            .mapToObj(number -> region("a", number % 2 == 0 ? 0 : 999, 1))
            .collect(Collectors.joining(","));
    assertThat(run(mem("a", ""), sync("write", regions)).bits(0)).isEqualTo("0xaaaaaaaaaaaaaaaa");
  }

  @Test
  void discardsPastTheEnd_failPieceByPiece() {
    Replayed replayed =
        run(mem("a", "'max_discard_sectors':8"), sync("discard", region("a", 244, 20)));
    assertThat(replayed.bios(0, "sector", "bytes", "status"))
        .containsExactly("244 4096 OK", "252 4096 IOERR", "260 2048 IOERR");
  }

  @Test
  void discardsThroughDm_areCutAtBorders() {
    String device =
        dm("mem", "[0,64,'linear'],[64,192,'linear']").replace("}", ",'max_discard_sectors':100}");
    Replayed replayed = run(device, sync("discard", region("a", 60, 100)));
    assertThat(replayed.bios(0, "bytes", "residual")).containsExactly("51200 49152");
    assertThat(replayed.arrived("a", "discard")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"loop", "nullb", "brd", "mem"})
  void dmOverAnyBase_readsTheBase(String base) {
    String device = dm(base, "[0,256,'linear']").replace("}", ",'queue_mode':0}");
    Replayed replayed = run(device, async("read", region("a", 0, 8)), WAIT);
    assertThat(replayed.classes(0)).isEqualTo("x8 s56");
    boolean timed = base.equals("brd") || base.equals("mem");
    assertThat(replayed.callback(0).has("inline")).isEqualTo(timed);
    assertThat(replayed.bios(0, "residual")).containsExactly("4096");
  }

  @Test
  void refusedCalls_pollAsUndone() {
    Replayed replayed =
        run(
            mem("a", ""),
            sync("read", region("a", 0, 8), "'memory':'invalid','bytes':4096"),
            async("read", region("a", 0, 1) + "," + region("a", 8, 1)),
            POLL);
    assertThat(replayed.polls()).isEqualTo("[[0,1]]");
  }

  @Test
  void casesWithoutPolls_haveNone() {
    assertThat(run(mem("a", "")).observed().has("polls")).isFalse();
  }

  private static Replayed run(String device, String... ops) {
    return new Replayed(CaseReplay.observe(Shape.on(device).with(ops), LinuxSteps.LINUX_6_1));
  }

  private static String mem(String name, String more) {
    return "{'name':'"
        + name
        + "','stack':'mem','sectors':256,'logical_block_size':512,'fill':3"
        + (more.isEmpty() ? "" : "," + more)
        + "}";
  }

  private static String dm(String base, String segments) {
    return "{'name':'a','stack':'dm','base':'"
        + base
        + "','sectors':256,'fill':3,'segments':["
        + segments
        + "]}";
  }

  private static String untouched(int sectors) {
    return Contents.sha256(CaseBuffer.patternBytes(3, sectors * SECTOR));
  }

  private static String orders(Replayed replayed, int calls) {
    return LongStream.range(0, calls)
        .mapToObj(call -> replayed.callback((int) call).path("order").asText())
        .collect(Collectors.joining(","));
  }
}
