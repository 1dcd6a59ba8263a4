package io.dmio.block;

import io.dmio.sim.KernelBug;
import io.dmio.sim.Spare;
import org.jspecify.annotations.Nullable;

/**
 * One contiguous range of sectors and the memory that belongs to it.
 *
 * <p>Life: {@link #prepare}, {@link #add} until full, {@link #submitTo}, exactly one {@link #end},
 * {@link #retire}. The iterator (what is left to transfer) belongs to the device between submission
 * and end, and may be left anywhere.
 *
 * <p>Reused: a bio is an element of a pool, and nobody but its owner keeps it after its end.
 */
public final class Bio extends Spare {

  /** The most vectors that a bio can have. */
  public static final int MAX_VECS = 256;

  /** The part of a bio that no stacked device has sent on. */
  public static final int WHOLE = 0;

  private enum State {
    FREE,
    BUILDING,
    SUBMITTED,
    ENDED
  }

  private State state = State.FREE;
  private RequestOp op = RequestOp.READ;
  private int flags;
  private int ioPriority;
  private long sector;
  private @Nullable BlockDevice device;
  private @Nullable EndBio owner;
  private @Nullable EndBio observer;
  private int ownerIndex;
  private int number;
  private int call;
  private int index;
  private int part;
  private int offset;
  private long origin;

  // Most bios have one vector: it is kept here, and the arrays have those behind it. So is what is
  // in the last slot if that may not be used for memory.
  private long firstAddress;
  private int firstLength;
  private int hiddenSlot;
  private long[] vecAddresses = {};
  private int[] vecLengths = {};
  private int vecCount;
  private int slots;
  private int capacity;
  private int bytes;

  private int doneBytes;
  private BlockStatus status = BlockStatus.OK;

  /**
   * Starts building.
   *
   * @param vecSlots how many vectors its array has, 0..{@link #MAX_VECS}
   * @param vecCapacity how many of them may be used for memory; the owner keeps the others
   */
  public void prepare(
      RequestOp operation, int requestFlags, long firstSector, int vecSlots, int vecCapacity) {
    require(State.FREE, "prepared");
    if (vecCapacity < 0 || vecCapacity > vecSlots || vecSlots > MAX_VECS) {
      throw new KernelBug("bio with " + vecCapacity + " of " + vecSlots + " vectors");
    }
    state = State.BUILDING;
    op = operation;
    flags = requestFlags;
    ioPriority = 0;
    sector = firstSector;
    slots = vecSlots;
    capacity = vecCapacity;
    vecCount = 0;
    bytes = 0;
    doneBytes = 0;
    status = BlockStatus.OK;
    part = WHOLE;
    offset = 0;
    origin = firstSector;
  }

  /** Names the owner, who hears the end, and the number that it wants to find in the bio then. */
  public void own(EndBio endBio, int numberForOwner) {
    owner = endBio;
    ownerIndex = numberForOwner;
  }

  /**
   * Numbers the bio.
   *
   * @param bioNumber of the bio in its world
   * @param callNumber of the call that it is part of
   * @param indexAtDevice among that call's bios to the same device, from 0
   */
  public void number(int bioNumber, int callNumber, int indexAtDevice) {
    number = bioNumber;
    call = callNumber;
    index = indexAtDevice;
  }

  /** Numbers what a stacked device sends on: the same number as its bio, and this one besides. */
  public void setPart(int partNumber) {
    part = partNumber;
  }

  /** Says where the piece of a bio begins in the bio that the engine sent, in bytes. */
  public void setOffset(int bytesBefore) {
    offset = bytesBefore;
  }

  /** Sets the priority, 0 for none. */
  public void setIoPriority(int priority) {
    ioPriority = priority;
  }

  /** Clears and sets flags, as the block layer does on the way down. */
  public void changeFlags(int clear, int set) {
    flags = (flags & ~clear) | set;
  }

  /** Moves the start, as a remapping device does. */
  public void remap(long firstSector) {
    origin = sector;
    sector = firstSector;
  }

  /** Gives a bio without data its size in bytes. */
  public void resizeTo(int sizeBytes) {
    bytes = sizeBytes;
  }

  /** Appends a vector; the caller has seen that there is room. */
  public void add(long address, int length) {
    if (vecCount >= capacity) {
      throw new KernelBug("bio " + number + " has no room for vector " + vecCount);
    }
    if (vecCount == 0) {
      firstAddress = address;
    } else {
      makeRoom();
      vecAddresses[vecCount - 1] = address;
    }
    setVecLength(vecCount, length);
    vecCount++;
    bytes += length;
  }

  /** Makes the last vector longer by what follows it in memory. */
  public void extendLast(int length) {
    if (vecCount == 0) {
      throw new KernelBug("bio " + number + " has no vector to make longer");
    }
    setVecLength(vecCount - 1, vecLength(vecCount - 1) + length);
    bytes += length;
  }

  /** Names who hears of the end before the owner does. */
  public void observe(EndBio endObserver) {
    observer = endObserver;
  }

  /** Whether somebody hears of the end before the owner does. */
  public boolean isObserved() {
    return observer != null;
  }

  /** Gives the bio to a device. */
  public void submitTo(BlockDevice target) {
    require(State.BUILDING, "submitted");
    state = State.SUBMITTED;
    device = target;
    target.submit(this);
  }

  /** Says on the way down which device has the bio now. */
  public void setDevice(BlockDevice target) {
    device = target;
  }

  /** Ends the bio: the observer hears it, then the owner. */
  public void end(BlockStatus result) {
    require(State.SUBMITTED, "ended");
    state = State.ENDED;
    status = result;
    if (observer != null) {
      observer.ended(this);
    }
    if (owner == null) {
      throw new KernelBug("bio " + number + " has no owner");
    }
    owner.ended(this);
  }

  /** Back to the pool; the numbers stay readable for whoever looks at a freed bio by mistake. */
  public void retire() {
    if (state == State.SUBMITTED || state == State.FREE) {
      throw new KernelBug("bio " + number + " was given back while it was " + state);
    }
    state = State.FREE;
    device = null;
    owner = null;
    observer = null;
  }

  /** Moves the iterator forward. */
  public void advance(int byteCount) {
    if (byteCount < 0 || byteCount > residual()) {
      throw new KernelBug("bio " + number + " advanced by " + byteCount + " of " + residual());
    }
    doneBytes += byteCount;
  }

  /** Sets what is left behind the iterator, forward or backward. */
  public void setResidual(int residualBytes) {
    if (residualBytes < 0 || residualBytes > bytes) {
      throw new KernelBug("bio " + number + " with residual " + residualBytes + " of " + bytes);
    }
    doneBytes = bytes - residualBytes;
  }

  /** Shows the memory from a byte position to another as pieces of vectors, in order. */
  public void forEachPiece(int fromByte, int toByte, PieceVisitor visitor) {
    int start = 0;
    for (int i = 0; i < vecCount && start < toByte; i++) {
      int end = start + vecLength(i);
      if (end > fromByte) {
        int first = Math.max(start, fromByte);
        visitor.visit(vecAddress(i) + (first - start), Math.min(end, toByte) - first, first);
      }
      start = end;
    }
  }

  /** Adds the memory from a byte position to another to a bio that is being built. */
  void copyPieces(int fromByte, int toByte, Bio target) {
    int start = 0;
    for (int i = 0; i < vecCount && start < toByte; i++) {
      int end = start + vecLength(i);
      if (end > fromByte) {
        int first = Math.max(start, fromByte);
        target.add(vecAddress(i) + (first - start), Math.min(end, toByte) - first);
      }
      start = end;
    }
  }

  /** What it asks for. */
  public RequestOp op() {
    return op;
  }

  /** Bits of {@link RequestFlag}. */
  public int flags() {
    return flags;
  }

  /** Priority, 0 for none. */
  public int ioPriority() {
    return ioPriority;
  }

  /** First sector on its device. */
  public long sector() {
    return sector;
  }

  /** First sector before it was last moved. */
  public long origin() {
    return origin;
  }

  /** Bytes altogether. */
  public int bytes() {
    return bytes;
  }

  /** Sectors altogether; a part of a sector does not count. */
  public long sectorCount() {
    return Sectors.ofBytes(bytes);
  }

  /** Bytes from the iterator to the end. */
  public int residual() {
    return bytes - doneBytes;
  }

  /** Bytes before the iterator. */
  public int doneBytes() {
    return doneBytes;
  }

  /** How it ended; OK before. */
  public BlockStatus status() {
    return status;
  }

  /** The device that has it. */
  public BlockDevice device() {
    if (device == null) {
      throw new KernelBug("bio " + number + " has no device");
    }
    return device;
  }

  /** The number that the owner wanted to find. */
  public int ownerIndex() {
    return ownerIndex;
  }

  /** The bio's number in its world. */
  public int number() {
    return number;
  }

  /** The call that it is part of. */
  public int call() {
    return call;
  }

  /** Its place among its call's bios to the same device. */
  public int index() {
    return index;
  }

  /**
   * What a stacked device has sent on has a number of its own in its world; else {@link #WHOLE}.
   */
  public int part() {
    return part;
  }

  /** Where it begins in the bio that the engine sent, in bytes; 0 unless it is a piece of that. */
  public int offset() {
    return offset;
  }

  /** Vectors in use. */
  public int vecCount() {
    return vecCount;
  }

  /** Room for vectors. */
  public int capacity() {
    return capacity;
  }

  /** Memory address of a vector. */
  public long vecAddress(int vec) {
    return vec == 0 ? firstAddress : vecAddresses[vec - 1];
  }

  /** Bytes of a vector. */
  public int vecLength(int vec) {
    return vec == 0 ? firstLength : vecLengths[vec - 1];
  }

  /** The memory address behind the last vector; there is one. */
  public long vecEnd() {
    return vecAddress(vecCount - 1) + vecLength(vecCount - 1);
  }

  /** Keeps a number in the length of the array's last slot, as engines did that hid a slot. */
  public void storeInLastSlot(int value) {
    if (capacity < slots) {
      hiddenSlot = value;
    } else {
      makeRoom();
      setVecLength(slots - 1, value);
    }
  }

  /** The length of the array's last slot, whoever wrote it. */
  public int lastSlot() {
    return capacity < slots ? hiddenSlot : vecLength(slots - 1);
  }

  /** Whether it is on its way: submitted and not ended. */
  public boolean inFlight() {
    return state == State.SUBMITTED;
  }

  /** Sees that the arrays are as long as this life of the bio needs them. */
  private void makeRoom() {
    if (capacity - 1 > vecAddresses.length) {
      vecAddresses = new long[capacity - 1];
      vecLengths = new int[capacity - 1];
    }
  }

  private void setVecLength(int vec, int length) {
    if (vec == 0) {
      firstLength = length;
    } else {
      vecLengths[vec - 1] = length;
    }
  }

  private void require(State expected, String verb) {
    if (state != expected) {
      throw new KernelBug(
          "bio " + number + " is " + verb + " while it is " + state + ", not " + expected);
    }
  }

  /** Sees one piece of memory. */
  @FunctionalInterface
  public interface PieceVisitor {

    /**
     * Sees a piece.
     *
     * @param address where it begins in memory
     * @param length its bytes
     * @param position of its first byte in the bio
     */
    void visit(long address, int length, int position);
  }
}
