package io.dmio.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EventLogTest {

  private static final int MANY = EventLog.RING_SIZE + 100;

  private static EventLog filled(LogMode mode) {
    EventLog log = new EventLog(mode);
    for (int i = 0; i < MANY; i++) {
      log.append(i, EventKind.SUBMIT, -i, i + 1, i + 2L, i + 3L, -i - 4L);
    }
    return log;
  }

  @ParameterizedTest
  @EnumSource(LogMode.class)
  void digestAndCount_areTheSameInEveryMode(LogMode mode) {
    assertThat(filled(mode).count()).isEqualTo(MANY);
    assertThat(filled(mode).digest()).isEqualTo(filled(LogMode.FULL).digest());
  }

  @Test
  void full_keepsEverything() {
    EventLog log = filled(LogMode.FULL);
    assertThat(log.first()).isZero();
    assertRecord(log, 0);
    assertRecord(log, MANY - 1);
  }

  @Test
  void ring_keepsTheNewest() {
    EventLog log = filled(LogMode.RING);
    assertThat(log.first()).isEqualTo(100);
    assertRecord(log, 100);
    assertRecord(log, MANY - 1);
    assertThatThrownBy(() -> log.time(99)).hasMessageContaining("99 is not kept");
  }

  @Test
  void none_keepsNothing() {
    EventLog log = filled(LogMode.NONE);
    assertThat(log.first()).isEqualTo(MANY);
    assertThatThrownBy(() -> log.time(MANY - 1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsToCome_cannotBeRead() {
    EventLog log = new EventLog(LogMode.FULL);
    assertThatThrownBy(() -> log.time(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyField_countsInTheDigest() {
    long[] digests = new long[8];
    for (int field = 0; field < 8; field++) {
      EventLog log = new EventLog(LogMode.NONE);
      log.append(
          field == 0 ? 1 : 0,
          field == 1 ? EventKind.END : EventKind.SUBMIT,
          field == 2 ? 1 : 0,
          field == 3 ? 1 : 0,
          field == 4 ? 1 : 0,
          field == 5 ? 1 : 0,
          field == 6 ? 1 : 0);
      digests[field] = log.digest();
    }
    assertThat(digests).doesNotHaveDuplicates();
  }

  private static void assertRecord(EventLog log, int i) {
    assertThat(log.time(i)).isEqualTo(i);
    assertThat(log.kind(i)).isEqualTo(EventKind.SUBMIT);
    assertThat(log.subject(i)).isEqualTo(-i);
    assertThat(log.detail(i)).isEqualTo(i + 1);
    assertThat(new long[] {log.a(i), log.b(i), log.c(i)}).containsExactly(i + 2L, i + 3L, -i - 4L);
  }

  @Test
  void limit_isTheLastRecord_alsoForThoseWhoWaitForIt_andEveryoneBeyondIsRefused() {
    EventLog log = new EventLog(LogMode.RING);
    List<Long> heard = new ArrayList<>();
    log.limitTo(3);
    log.whenRecorded(2, () -> heard.add(log.count()));
    for (int i = 0; i < 3; i++) {
      log.append(i, EventKind.MARK, 0, 0, 0, 0, 0);
    }
    assertThat(heard).containsExactly(3L);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> log.append(9, EventKind.MARK, 0, 0, 0, 0, 0))
          .isInstanceOf(LimitReached.class);
    }
  }

  @Test
  void waitingForTheVeryNextRecord_isHeard_butNotForOneThatIsThere() {
    EventLog log = new EventLog(LogMode.NONE);
    List<String> heard = new ArrayList<>();
    log.whenRecorded(0, () -> heard.add("first"));
    log.append(0, EventKind.MARK, 0, 0, 0, 0, 0);
    log.whenRecorded(0, () -> heard.add("again"));
    log.whenRecorded(1, () -> heard.add("second"));
    log.append(0, EventKind.MARK, 0, 0, 0, 0, 0);
    log.append(0, EventKind.MARK, 0, 0, 0, 0, 0);
    assertThat(heard).containsExactly("first", "second");
  }

  @Test
  void waitingForARecord_isHeardAtThatRecordAndOnce() {
    EventLog log = new EventLog(LogMode.NONE);
    List<Long> heard = new ArrayList<>();
    log.limitTo(5);
    log.whenRecorded(3, () -> heard.add(log.count()));
    log.whenRecorded(1, () -> heard.add(log.count()));
    for (int i = 0; i < 5; i++) {
      log.append(i, EventKind.MARK, 0, 0, 0, 0, 0);
    }
    log.whenRecorded(4, () -> heard.add(-1L));
    assertThat(heard).containsExactly(2L, 4L);
    assertThatThrownBy(() -> log.append(9, EventKind.MARK, 0, 0, 0, 0, 0))
        .isInstanceOf(LimitReached.class);
  }
}
