package io.dmio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The thirty behaviours that an author gets wrong, in the order in which they were found.
 *
 * <p>Every case matches its recording as well; here stands what it means.
 */
final class FindingsTest {

  @ParameterizedTest
  @CsvSource({
    "v-errkind-004, 0, z64 s8",
    "v-errkind-010, 0, z24",
    "v-nullb-002, 0, s255 x257 s1",
    "v-nullb-008, 0, s16",
    "v-scsi4k-005, 0, s8",
    "v-dmseg-001, 0, x16 s1 z47",
    "v-dmseg-022, 0, s16 z48 s8",
    "v-dmbig-003, 0, x100 s8 x7 s8 x7 s8 z1910 x2048",
    "v-dmdust-001, 4, x32 s8 x208 z8",
    "v-dmnullb-002, 0, z64",
    "v-loop-001, 2, z48",
  })
  void finding01_zeroesFollowTheIterator_notTheError(String id, int op, String classes) {
    assertThat(Replayed.of(id).classes(op)).isEqualTo(classes);
    assertThat(Replayed.of(id).bios(op, "status")).contains("IOERR");
  }

  @ParameterizedTest
  @CsvSource({"v-errbig-002, x2048 z2109 s8", "v-order-020, z2048 x1000"})
  void finding02_zeroesAreOfOneBio(String id, String classes) {
    assertThat(Replayed.of(id).classes(0)).isEqualTo(classes);
  }

  @Test
  void finding03_requestsAreCutAt255Sectors_andThePartsThatWorkAreDelivered() {
    Replayed replayed = Replayed.of("v-nullb-002");
    assertThat(replayed.bios(0, "bytes", "status", "residual")).containsExactly("262144 IOERR 0");
    assertThat(replayed.classes(0)).startsWith("s255 x257");
    assertThat(replayed.bits(0)).isEqualTo("0x1");
  }

  @ParameterizedTest
  @CsvSource({"v-size-015, 16 16;1 4", "v-nullb-001, 64 64;1 4", "v-eod-016, 9 16"})
  void finding04_capacityHasNoExtraVectorForAnOffset(String id, String vectors) {
    assertThat(Replayed.of(id).bios(0, "vecs", "max_vecs")).containsExactly(vectors.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"v-size-035, 256;64;64;53", "v-size-049, 16;4;4;4;4;4;4"})
  void finding05_capacityIsComputedAnewForEachBio(String id, String vectors) {
    assertThat(Replayed.of(id).bios(0, "vecs")).containsExactly(vectors.split(";"));
  }

  @ParameterizedTest
  @CsvSource({
    "v-size-033, 2097152 1",
    "v-size-025, 2097152 256",
    "v-size-026, 1048576 256;1048576 256",
  })
  void finding06_contiguousPagesMerge_soThatABioMayExceedOneMebibyte(String id, String bios) {
    assertThat(Replayed.of(id).bios(0, "bytes", "vecs")).containsExactly(bios.split(";"));
  }

  @Test
  void finding07_regionsStartAtTheSameMemory_andTheLaterOneWins() {
    Replayed replayed = Replayed.of("v-overlap-001");
    List<String> firsts = new ArrayList<>();
    String last = "";
    for (String bio : replayed.bios(0, "region", "sector")) {
      String region = bio.split(" ")[0];
      if (!region.equals(last)) {
        firsts.add(bio);
      }
      last = region;
    }
    assertThat(firsts).containsExactly("0 22", "1 4", "2 35", "3 25", "4 12", "5 17", "6 8", "7 8");
    assertThat(replayed.ret(0)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"v-unaligned-001, 4508", "v-unaligned-003, 4192", "v-unaligned-005, 8448"})
  void finding08_unalignedOffsetsMoveMoreThanTheRegion(String id, String bytes) {
    assertThat(Replayed.of(id).bios(0, "bytes")).containsExactly(bytes);
  }

  @Test
  void finding09_readOfSeveralRegions_isRefusedAsALibraryWould() {
    for (String id : List.of("v-multiread-001", "v-multiread-004")) {
      Replayed sync = Replayed.of(id);
      assertThat(sync.ret(0)).as(id).isEqualTo(-5);
      assertThat(sync.bits(0)).as(id).isEqualTo("null");
      assertThat(sync.warns(0)).as(id).isTrue();
      assertThat(sync.classes(0)).as(id).startsWith("s");
      assertThat(sync.bios(0)).as(id).isEmpty();
    }
    Replayed async = Replayed.of("v-multiread-005");
    assertThat(async.ret(0)).isEqualTo(-5);
    assertThat(async.callback(0).path("error_bits").asText()).isEqualTo("0x1");
    assertThat(async.callback(0).path("inline").asBoolean()).isTrue();
  }

  @Test
  void finding10_asyncReturnsZero_andTheCallbackRunsInsideTheCall() {
    Replayed failing = Replayed.of("v-errkind-004");
    assertThat(failing.ret(0)).isZero();
    assertThat(failing.callback(0).path("error_bits").asText()).isEqualTo("0x1");
    assertThat(failing.callback(0).path("inline").asBoolean()).isTrue();
  }

  @Test
  void finding11_unknownMemory_isRefusedFirst_withoutCallback() {
    Replayed replayed = Replayed.of("v-badmem-002");
    for (int op = 0; op < 5; op++) {
      assertThat(replayed.ret(op)).isEqualTo(-22);
      assertThat(replayed.callback(op).path("count").asInt(-1)).isZero();
      assertThat(replayed.warns(op)).isFalse();
    }
    assertThat(replayed.ret(5)).isZero();
  }

  @Test
  void finding12_nothingToDo_isSuccessInsideTheCall() {
    assertThat(Replayed.of("v-zero-002").bits(0)).isEqualTo("0x0");
    for (String id : List.of("v-zero-004", "v-zero-010")) {
      Replayed replayed = Replayed.of(id);
      assertThat(replayed.ret(0)).as(id).isZero();
      assertThat(replayed.callback(0).path("inline").asBoolean()).as(id).isTrue();
      assertThat(replayed.callback(0).path("error_bits").asText()).as(id).isEqualTo("0x0");
      assertThat(replayed.bios(0)).as(id).isEmpty();
    }
    assertThat(Replayed.of("v-zero-017").bits(0)).isEqualTo("0x0");
    assertThat(Replayed.of("v-nodevice-001").bios(0, "region")).containsExactly("1");
    assertThat(Replayed.of("v-nodevice-001").bits(0)).isEqualTo("0x0");
  }

  @Test
  void finding13_everyStatusBecomesOneBit() {
    List<String> statuses = new ArrayList<>();
    for (String id : Recorded.cases().keySet()) {
      if (Recorded.family(id).equals("v-err")) {
        Replayed replayed = Replayed.of(id);
        List<String> ended = replayed.bios(0, "status");
        statuses.addAll(ended);
        boolean failed = ended.stream().anyMatch(status -> !status.equals("OK"));
        boolean async = !replayed.callback(0).isMissingNode();
        assertThat(replayed.ret(0)).as(id).isEqualTo(failed && !async ? -5 : 0);
        String bits = async ? replayed.callback(0).path("error_bits").asText() : replayed.bits(0);
        assertThat(bits).as(id).isEqualTo(failed ? "0x1" : "0x0");
      }
    }
    assertThat(statuses).contains("NOTSUPP", "NOSPC", "TIMEOUT", "MEDIUM");
  }

  @Test
  void finding14_bit63IsUsed() {
    assertThat(Replayed.of("v-reg-031").bits(0)).isEqualTo("0xc479d9c50ecee185");
  }

  @Test
  void finding15_operationsEndInTheOrderOfTheirLastBio() {
    Replayed newestFirst = Replayed.of("v-order-002");
    for (int op = 0; op < 5; op++) {
      assertThat(newestFirst.callback(op).path("order").asInt()).isEqualTo(5 - op);
    }
    Replayed overtaken = Replayed.of("v-order-013");
    assertThat(overtaken.callback(0).path("order").asInt()).isEqualTo(2);
    assertThat(overtaken.callback(1).path("order").asInt()).isEqualTo(1);
    Replayed reversed = Replayed.of("v-order-019");
    assertThat(reversed.bios(0, "end_order")).containsExactly("1", "0");
    assertThat(reversed.polls()).isEqualTo("[[0],[0]]");
    assertThat(reversed.callback(0).path("count").asInt()).isEqualTo(1);
  }

  @Test
  void finding16_syncAddsTheFlagSync_asyncDoesNot() {
    Replayed basic = Replayed.of("v-basic-001");
    Replayed async = Replayed.of("v-errkind-004");
    assertThat(Replayed.of("v-flag-001").bios(0, "flags")).containsExactly("[\"sync\"]");
    assertThat(basic.bios(0, "flags")).allMatch("[\"sync\"]"::equals);
    assertThat(async.bios(0, "flags")).containsExactly("[]");
  }

  @Test
  void finding17_memoryOffsetCountsForPageListsOnly() {
    int checked = 0;
    for (String id : Recorded.cases().keySet()) {
      if (Recorded.family(id).equals("v-ignored")) {
        assertThat(Recorded.find(id).at("/ops/0/mem_offset").asInt()).as(id).isPositive();
        assertThat(Replayed.of(id).op(0).path("guard_ok").asBoolean()).as(id).isTrue();
        checked++;
      }
    }
    assertThat(checked).isEqualTo(6);
  }

  @Test
  void finding18_flushGoesToEveryRegion_evenFarPastTheEnd_butFuaAloneGoesNowhere() {
    Replayed flush = Replayed.of("v-flush-022");
    assertThat(flush.bios(0, "sector", "bytes", "status")).containsExactly("1000 0 OK");
    assertThat(flush.arrived("a", "empty_flush")).isEqualTo(1);
    assertThat(Replayed.of("v-flush-009").bios(0)).isEmpty();
  }

  @Test
  void finding19_everyBioOfALargeRegionCarriesBothFlags() {
    Replayed replayed = Replayed.of("v-flush-023");
    assertThat(replayed.bios(0, "flags"))
        .containsExactly("[\"preflush\",\"fua\",\"sync\"]", "[\"preflush\",\"fua\",\"sync\"]");
    assertThat(replayed.arrived("a", "preflush")).isEqualTo(2);
    assertThat(replayed.arrived("a", "fua")).isEqualTo(2);
  }

  @Test
  void finding20_withoutWriteCacheTheFlagsNeverArrive() {
    for (String id : List.of("v-flush-014", "v-flush-016")) {
      Replayed replayed = Replayed.of(id);
      assertThat(replayed.callback(0).path("error_bits").asText()).as(id).isEqualTo("0x0");
      assertThat(replayed.arrived("a", "preflush")).as(id).isZero();
      assertThat(replayed.arrived("b", "preflush")).as(id).isEqualTo(1);
    }
    assertThat(Replayed.of("v-flush-010").arrived("a", "fua")).isEqualTo(1);
  }

  @Test
  void finding21_theErrorOfAFlushWithDataIsLost() {
    assertThat(Replayed.of("v-dmflush-007").bits(0)).isEqualTo("0x0");
    assertThat(Replayed.of("v-dmflush-002").bits(0)).isEqualTo("0x1");
    Replayed elsewhere = Replayed.of("v-flush-026");
    assertThat(elsewhere.callback(0).path("inline").asBoolean(true)).isFalse();
  }

  @Test
  void finding22_oneFlushASegment_errorSegmentsTakeNone_theFirstKeepsFua() {
    Replayed withError = Replayed.of("v-dmflush-005");
    assertThat(withError.bits(0)).isEqualTo("0x0");
    assertThat(withError.arrived("a", "empty_flush")).isEqualTo(1);
    Replayed withFua = Replayed.of("v-dmflush-012");
    assertThat(withFua.arrived("a", "empty_flush")).isEqualTo(2);
    assertThat(withFua.arrived("a", "write")).isEqualTo(2);
    assertThat(withFua.arrived("a", "fua")).isEqualTo(3);
  }

  @Test
  void finding23_aReadMayFlush() {
    Replayed replayed = Replayed.of("v-readflush-001");
    assertThat(replayed.bios(0, "op", "bytes", "status")).containsExactly("read 0 OK");
    assertThat(replayed.arrived("a", "empty_flush")).isEqualTo(1);
  }

  @Test
  void finding24_whatADeviceCannotDo_setsItsBit_butCountsOfZeroOnlyWithPreflush() {
    assertThat(Replayed.of("v-special-001").bits(0)).isEqualTo("0x1");
    assertThat(Replayed.of("v-special-001").bios(0)).isEmpty();
    assertThat(Replayed.of("v-special-002").bits(0)).isEqualTo("0x2");
    assertThat(Replayed.of("v-special-002").bios(0, "device")).containsExactly("a");
    assertThat(Replayed.of("v-special-013").bits(2)).isEqualTo("0x1");
    assertThat(Replayed.of("v-special-013").bios(2)).isEmpty();
    assertThat(Replayed.of("v-special-041").arrived("a", "empty_flush")).isEqualTo(1);
  }

  @Test
  void finding25_piecesCountFromTheRegion_andAllAreTried() {
    assertThat(Replayed.of("v-special-017").bios(0, "sector"))
        .containsExactly("8", "40", "72", "104");
    for (String id : List.of("v-special-022", "v-special-028")) {
      Replayed replayed = Replayed.of(id);
      assertThat(replayed.bios(0, "status")).as(id).hasSize(7).containsOnlyOnce("TARGET");
      assertThat(replayed.arrived("a", "write_zeroes")).as(id).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"v-special-015", "v-special-033", "v-special-018"})
  void finding26_ramDisksAndTablesWithErrorsCannotDiscard(String id) {
    Replayed replayed = Replayed.of(id);
    assertThat(replayed.bios(0)).isEmpty();
    boolean async = !replayed.callback(0).isMissingNode();
    assertThat(async ? replayed.callback(0).path("error_bits").asText() : replayed.bits(0))
        .isEqualTo("0x1");
  }

  @Test
  void finding27_aBioPastTheEndIsRefusedWhole_thoseBeforeItAreNot() {
    assertThat(Replayed.of("v-eod-003").classes(0)).isEqualTo("z8");
    assertThat(Replayed.of("v-eod-019").classes(0)).isEqualTo("x2048 z952");
    assertThat(Replayed.of("v-eod-018").bios(0, "bytes", "status"))
        .containsExactly("32256 OK", "1024 IOERR");
  }

  @Test
  void finding28_onlyDriversCheckAlignment() {
    for (String id : List.of("v-lbs4k-004", "v-lbs4k-005")) {
      assertThat(Replayed.of(id).bits(0)).as(id).isEqualTo("0x0");
      assertThat(Replayed.of(id).classes(1)).as(id).startsWith("x");
    }
    assertThat(Replayed.of("v-scsi4k-005").bios(0, "status", "residual"))
        .containsExactly("IOERR 0");
    assertThat(Replayed.of("v-scsi4k-005").classes(0)).isEqualTo("s8");
  }

  @Test
  void finding29_aDeviceMadeReadOnlyLater_isStillWritten() {
    Replayed replayed = Replayed.of("v-readonly-001");
    for (int op = 0; op < 4; op++) {
      assertThat(replayed.bits(op)).isEqualTo("0x0");
    }
    for (String kind : List.of("write", "discard", "write_zeroes")) {
      assertThat(replayed.arrived("a", kind)).isEqualTo(1);
    }
  }

  @Test
  void finding30_oneSectorHealsTheWholeBlock() {
    Replayed replayed = Replayed.of("v-dmdust-001");
    assertThat(replayed.bios(1, "sector", "bytes")).containsExactly("72 512");
    assertThat(replayed.bios(2, "sector", "bytes", "status")).containsExactly("72 4096 OK");
  }
}
