package io.dmio.model;

import io.dmio.block.Bio;
import io.dmio.block.BioEventCodec.End;
import io.dmio.block.BioEventCodec.Submit;
import io.dmio.block.BlockStatus;
import io.dmio.mapper.RemapEventCodec.PartEnd;
import io.dmio.mapper.RemapEventCodec.Remap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Every bio of a run, in the order of submission. A time of -1 means that it did not come.
 *
 * <p>What a stacked device has sent on is here as well, as a <em>part</em>: a row with the number,
 * call and region of its bio, and the device, sectors and times of its own.
 */
public final class BioTable {

  private static final int NUMBER = 0;
  private static final int CALL = 1;
  private static final int REGION = 2;
  private static final int DEVICE = 3;
  private static final int SECTOR = 4;
  private static final int BYTES = 5;
  private static final int SUBMITTED = 6;
  private static final int ISSUED = 7;
  private static final int ENDED = 8;
  private static final int STATUS = 9;
  private static final int SLOT = 10;
  private static final int PREVIOUS = 11;
  private static final int LOST = 12;
  private static final int EVENTS = 13;
  private static final int WHOLE = 14;
  private static final int ORIGIN = 15;
  private static final int FAILED_PART = 16;
  private static final BlockStatus[] STATUSES = BlockStatus.values();

  private final LongTable table = new LongTable(17);
  private final RowIndex byNumber = new RowIndex();
  private final RowIndex byPart = new RowIndex();
  private final RowIndex lastOfCall = new RowIndex();
  private final List<BitSet> slots = new ArrayList<>();
  private final List<Integer> slotCounts = new ArrayList<>();
  private int failed;
  private int parts;
  private int firstOfBoot;

  void submitted(Submit bio, long time) {
    int row = add(bio.bio(), time, bio.device(), bio.sector(), bio.bytes());
    table.set(row, CALL, bio.call());
    table.set(row, REGION, bio.region());
    table.set(row, WHOLE, row);
    table.set(row, PREVIOUS, lastOfCall.row(bio.call()));
    lastOfCall.put(bio.call(), row);
    byNumber.put(bio.bio(), row);
  }

  private int add(int number, long time, int device, long sector, long bytes) {
    int row = table.add();
    table.set(row, NUMBER, number);
    table.set(row, DEVICE, device);
    table.set(row, SECTOR, sector);
    table.set(row, BYTES, bytes);
    table.set(row, SUBMITTED, time);
    table.set(row, ISSUED, -1);
    table.set(row, ENDED, -1);
    table.set(row, LOST, -1);
    table.set(row, FAILED_PART, -1);
    table.set(row, SLOT, takeSlot(device));
    return row;
  }

  /**
   * A stacked device has sent a bio or a part of it on.
   *
   * @param event the number of the record
   */
  void sentOn(Remap remap, long time, long event) {
    int whole = byNumber.row(remap.bio());
    if (whole < 0) {
      return;
    }
    int row = add(remap.bio(), time, remap.device(), remap.sector(), remap.bytes());
    table.set(row, CALL, call(whole));
    table.set(row, REGION, region(whole));
    table.set(row, WHOLE, whole);
    table.set(row, ORIGIN, (long) remap.table() << 48 | remap.origin());
    table.set(row, EVENTS, event);
    byPart.put(remap.part(), row);
    parts++;
  }

  /**
   * Where a part comes from.
   *
   * @param device the number of the stacked device
   * @param sector its first sector there
   */
  public record Origin(int device, long sector) {}

  /** What was sent on has ended. */
  @SuppressWarnings("EnumOrdinal") // the table's own
  void partEnded(PartEnd end, long time, long event) {
    int row = byPart.row(end.part());
    if (row < 0 || ended(row) >= 0) {
      return;
    }
    table.set(row, ENDED, time);
    table.set(row, STATUS, end.status().ordinal());
    table.set(row, EVENTS, table.get(row, EVENTS) | (event + 1) << 32);
    slots.get(device(row)).clear(slot(row));
    int whole = whole(row);
    if (failed(row) && table.get(whole, FAILED_PART) < 0) {
      table.set(whole, FAILED_PART, row);
    }
  }

  /** The row of a part's number, or -1. */
  int rowOfPart(int part) {
    return byPart.row(part);
  }

  /** Whether a row is something that a stacked device has sent on. */
  public boolean isPart(int row) {
    return whole(row) != row;
  }

  /** The row of the bio that a row is a part of; of a bio, itself. */
  int whole(int row) {
    return table.getInt(row, WHOLE);
  }

  /** Where a part comes from. */
  public Origin origin(int row) {
    long origin = table.get(row, ORIGIN);
    return new Origin((int) (origin >>> 48), origin & ((1L << 48) - 1));
  }

  /** The row where a failed bio has failed first: that of its first failed part, or its own. */
  public int failedFirst(int row) {
    int part = table.getInt(whole(row), FAILED_PART);
    return isPart(row) || part < 0 ? row : part;
  }

  /** How many bios there are, without parts. */
  public int bios() {
    return table.rows() - parts;
  }

  void issued(int number, int part, long time) {
    int row = part == Bio.WHOLE ? byNumber.row(number) : byPart.row(part);
    if (row >= 0) {
      table.set(row, ISSUED, time);
    }
  }

  @SuppressWarnings("EnumOrdinal") // the table's own
  void ended(End end, long time) {
    int row = byNumber.row(end.bio());
    if (row < 0 || ended(row) >= 0) {
      return;
    }
    table.set(row, ENDED, time);
    table.set(row, STATUS, end.status().ordinal());
    slots.get(device(row)).clear(slot(row));
    if (failed(row)) {
      failed++;
    }
  }

  /** The host has died: of the bios that it had on their way nobody hears again. */
  void lose(long time) {
    for (int row = firstOfBoot; row < table.rows(); row++) {
      if (ended(row) < 0) {
        table.set(row, LOST, time);
        slots.get(device(row)).clear(slot(row));
      }
    }
    firstOfBoot = table.rows();
  }

  /** How many rows there are: bios and parts. */
  public int count() {
    return table.rows();
  }

  /** How many ended with an error. */
  public int failedCount() {
    return failed;
  }

  public int number(int row) {
    return table.getInt(row, NUMBER);
  }

  public int call(int row) {
    return table.getInt(row, CALL);
  }

  public int region(int row) {
    return table.getInt(row, REGION);
  }

  public int device(int row) {
    return table.getInt(row, DEVICE);
  }

  public long sector(int row) {
    return table.get(row, SECTOR);
  }

  public long bytes(int row) {
    return table.get(row, BYTES);
  }

  /** Sectors, a last piece of one counted whole. */
  public long sectors(int row) {
    return (bytes(row) + 511) / 512;
  }

  public long submitted(int row) {
    return table.get(row, SUBMITTED);
  }

  /** When the device began to serve it; without a queue, when it was submitted. */
  public long issued(int row) {
    long issued = table.get(row, ISSUED);
    return issued < 0 ? submitted(row) : issued;
  }

  /** Whether its device's driver got it. */
  public boolean wasIssued(int row) {
    return table.get(row, ISSUED) >= 0;
  }

  public long ended(int row) {
    return table.get(row, ENDED);
  }

  /** When its host died before it ended. */
  public long lost(int row) {
    return table.get(row, LOST);
  }

  /** How it ended: its status, or that it was lost with its host, or that it did not end. */
  public String outcome(int row) {
    return ended(row) >= 0 ? status(row).name() : lost(row) >= 0 ? "LOST" : "NOT ENDED";
  }

  /** Whether it ended with an error. */
  public boolean failed(int row) {
    return table.get(row, STATUS) != 0;
  }

  public BlockStatus status(int row) {
    return STATUSES[table.getInt(row, STATUS)];
  }

  /** The lowest row of its device's lane that was free when it came. */
  public int slot(int row) {
    return table.getInt(row, SLOT);
  }

  /** How many rows a device's lane needs. */
  public int slotCount(int device) {
    return device < slotCounts.size() ? slotCounts.get(device) : 0;
  }

  /** Notes the number of the record of a bio's submission or end. */
  void event(int number, boolean atEnd, long event) {
    int row = byNumber.row(number);
    if (row >= 0) {
      long other = table.get(row, EVENTS);
      table.set(row, EVENTS, atEnd ? other | (event + 1) << 32 : other | event);
    }
  }

  /** The number of the record of its submission. */
  public long submitEvent(int row) {
    return table.get(row, EVENTS) & 0xffff_ffffL;
  }

  /** The number of the record of its end, or -1. */
  public long endEvent(int row) {
    return (table.get(row, EVENTS) >>> 32) - 1;
  }

  /** The row of a bio's number, or -1. */
  public int rowOf(int number) {
    return byNumber.row(number);
  }

  /** The rows of a call's bios, in the order of submission. */
  public List<Integer> ofCall(int call) {
    List<Integer> rows = new ArrayList<>();
    for (int row = lastOfCall.row(call); row >= 0; row = table.getInt(row, PREVIOUS)) {
      rows.add(row);
    }
    Collections.reverse(rows);
    return rows;
  }

  private int takeSlot(int device) {
    while (slots.size() <= device) {
      slots.add(new BitSet());
      slotCounts.add(0);
    }
    BitSet taken = slots.get(device);
    int slot = taken.nextClearBit(0);
    taken.set(slot);
    if (slot >= slotCounts.get(device)) {
      slotCounts.set(device, slot + 1);
    }
    return slot;
  }
}
