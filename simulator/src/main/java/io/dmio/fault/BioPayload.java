package io.dmio.fault;

import io.dmio.block.Bio;
import io.dmio.block.PayloadMode;
import io.dmio.block.RequestOp;
import io.dmio.block.SectorContent;
import io.dmio.block.SectorStore;
import io.dmio.block.Sectors;
import io.dmio.block.Tags;
import io.dmio.device.DiskMedia;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The data of one bio, sector by sector, on its way between memory and a disk; reused.
 *
 * <p>It is a copy: what is changed here changes what is stored or delivered, never the memory that
 * is written from. If a bio ends inside a sector, that sector is whole here: behind a write's end
 * it is what the disk holds.
 */
final class BioPayload {

  private final Tags tags;
  private final OlderContents older;
  private final StoredListener listener;
  private final SectorStore scratch;
  private final DiskDamage damage;
  private final DamageList wrong = new DamageList();
  private long[] content = new long[8];
  private boolean[] dropped = new boolean[8];
  private @Nullable Bio bio;
  private @Nullable DiskMedia media;
  private long first;
  private int count;

  /** Makes one that is empty. */
  BioPayload(Tags tags, OlderContents older, StoredListener listener, DiskDamage damage) {
    this.damage = damage;
    this.tags = tags;
    this.older = older;
    this.listener = listener;
    scratch = SectorStore.create(PayloadMode.TAGS, tags, SectorContent.ZERO);
  }

  /** Hears what of a bio has been stored. */
  @FunctionalInterface
  interface StoredListener {

    /** Sectors have been stored, {@code [first, end)}, perhaps not as they should be. */
    void stored(Bio bio, long first, long end);
  }

  /** Takes the data of a bio. */
  void load(Bio from, DiskMedia disk) {
    bio = from;
    media = disk;
    first = from.sector();
    count = (int) Sectors.covering(from.bytes());
    if (content.length < count) {
      content = new long[count];
      dropped = new boolean[count];
    }
    Arrays.fill(dropped, 0, count, false);
    if (from.op().hasData()) {
      copyOut(from, disk);
    } else {
      Arrays.fill(content, 0, count, Tags.ZERO);
    }
  }

  private void copyOut(Bio from, DiskMedia disk) {
    boolean read = from.op() == RequestOp.READ;
    for (int i = read ? 0 : count - 1; i < count; i++) {
      content[i] = disk.tag(first + i);
    }
    if (!read) {
      scratch.setTag(count - 1, content[count - 1]);
      disk.copyOut(from, 0, from.bytes(), scratch, 0);
      scratch.readTags(0, content, 0, count);
    }
  }

  /** Whether the data goes to memory. */
  boolean isRead() {
    return bio().op() == RequestOp.READ;
  }

  /** Translates between tags and bytes. */
  Tags tags() {
    return tags;
  }

  /** What the disk holds. */
  DiskMedia media() {
    if (media == null) {
      throw new IllegalStateException("no bio is under way");
    }
    return media;
  }

  /** What a sector of the bio is, as the rules before have left it. */
  long tag(long sector) {
    return content[(int) (sector - first)];
  }

  /** Changes it. */
  void set(long sector, long tag) {
    content[(int) (sector - first)] = tag;
  }

  /** A sector of a write does not arrive. */
  void drop(long sector) {
    dropped[(int) (sector - first)] = true;
  }

  /** Whether a sector is on its way to the disk: written, and not dropped by a rule before. */
  boolean isBeingStored(long sector) {
    return !isRead() && !dropped[(int) (sector - first)];
  }

  /** Changes what the disk holds of a sector when the bio is over, and what a read delivers. */
  void corruptStored(long sector, long tag) {
    if (!isBeingStored(sector)) {
      media().put(sector, tag);
    }
    set(sector, tag);
  }

  /**
   * What is under way of {@code [from, to)} goes so many sectors further, and not where it should.
   */
  void redirect(long from, long to, long shift) {
    for (long sector = from; sector < to; ) {
      long end = sector;
      while (end < to && isBeingStored(end)) {
        drop(end++);
      }
      if (end > sector) {
        media().put(sector + shift, content, (int) (sector - first), (int) (end - sector));
      }
      sector = end + 1;
    }
  }

  /** What sectors held before their last write, where rules may want it. */
  OlderContents older() {
    return older;
  }

  /**
   * Declares that something is wrong with sectors: with what a read delivers for them, or what the
   * disk holds there.
   *
   * @param lasting whether it is wrong on the disk
   */
  void reportDamage(long from, long sectors, int rule, boolean lasting) {
    wrong.add(from, sectors, rule, lasting);
  }

  /** Delivers or stores what is there now. */
  void deliver() {
    Bio to = bio();
    if (to.op() == RequestOp.READ) {
      scratch.writeTags(0, content, 0, count);
      media().copyIn(to, 0, to.bytes(), scratch, 0);
    } else {
      store(to, media());
    }
    damage.tell(to, wrong);
    wrong.clear();
    bio = null;
    media = null;
  }

  private void store(Bio from, DiskMedia disk) {
    int begin = 0;
    for (int i = 0; i <= count; i++) {
      if (i == count || dropped[i]) {
        if (i > begin) {
          store(from, begin, i, disk);
        }
        begin = i + 1;
      }
    }
  }

  private void store(Bio from, int begin, int end, DiskMedia disk) {
    older.overwriting(first + begin, first + end, disk);
    disk.put(first + begin, content, begin, end - begin);
    listener.stored(from, first + begin, first + end);
  }

  private Bio bio() {
    if (bio == null) {
      throw new IllegalStateException("no bio is under way");
    }
    return bio;
  }
}
