package io.dmio.workload;

import io.dmio.block.BlockDevice;
import io.dmio.block.Memory;
import io.dmio.block.RequestFlag;
import io.dmio.block.RequestOp;
import io.dmio.block.Sectors;
import io.dmio.engine.Capability;
import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoMemory;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a user's task must be before the engine is asked at all. What the engine itself
 * refuses by a rule of its contract is left to it.
 */
final class RequestRules {

  private static final long MOST_SECTORS = Sectors.ofBytes(Long.MAX_VALUE);

  private final WorkloadContext world;

  RequestRules(WorkloadContext world) {
    this.world = world;
  }

  /** What a request is made of, before it is made. */
  void demandParts(
      @Nullable RequestOp op, @Nullable List<IoRegion> regions, @Nullable IoMemory memory) {
    demand(op != null, "the operation is null");
    demand(regions != null, "the list of regions is null");
    demand(memory != null, "the memory is null");
  }

  /** Everything of a request. */
  void demand(IoRequest request) {
    demandParts(request.op(), request.regions(), request.memory());
    demandDialect(request);
    long most = 0;
    for (int i = 0; i < request.regions().size(); i++) {
      most = Math.max(most, sectorsOf(request.regions().get(i), i));
    }
    demandMemory(request, most);
  }

  private void demandDialect(IoRequest request) {
    DmIo io = world.io();
    if (request.flags() != 0) {
      demandCapability(Capability.REQUEST_FLAGS, "flags and priorities are");
    }
    if (request.ioPriority() != 0) {
      demandCapability(Capability.IO_PRIORITY, "flags and priorities are");
    }
    RequestOp op = request.op();
    if (!io.dialect().knows(op)) {
      throw lacking(dialect -> dialect.knows(op), op + " is");
    }
    if (request.memory() instanceof IoMemory.KernelMemory) {
      demandCapability(Capability.KERNEL_MEMORY, "memory of the kernel is");
    }
    int known = RequestFlag.bitsOf(List.of(RequestFlag.values()));
    demand(
        (request.flags() & ~known) == 0,
        "there are no such flags: 0x" + Integer.toHexString(request.flags()));
    demand(
        request.client() >= 0 && request.client() < io.clients(),
        "there is no client " + request.client() + " of " + io.clients());
  }

  private void demandCapability(Capability capability, String what) {
    if (!world.io().dialect().has(capability)) {
      throw lacking(dialect -> dialect.has(capability), what);
    }
  }

  private HostMisuse lacking(Predicate<Dialect> has, String what) {
    String dialect = world.io().dialect().text();
    return new HostMisuse(what + " of " + Dialect.names(has) + ", and the dialect is " + dialect);
  }

  private long sectorsOf(@Nullable IoRegion region, int number) {
    if (region == null) {
      throw new HostMisuse("region " + number + " is null");
    }
    BlockDevice device = region.device();
    demand(
        device != null && world.devices().contains(device),
        "the device of region " + number + " is not of this run");
    demand(
        region.count() <= MOST_SECTORS - region.sector(),
        "region "
            + number
            + " ends behind every device: "
            + region.sector()
            + "+"
            + region.count());
    return region.count();
  }

  private void demandMemory(IoRequest request, long sectors) {
    IoMemory memory = request.memory();
    if (!request.op().hasData() || sectors == 0 || memory instanceof IoMemory.Unknown) {
      return;
    }
    int skipped = memory.skipped();
    demandSectors(skipped, "the advance");
    long bytes = -skipped;
    for (int piece = 0; piece < memory.pieces(); piece++) {
      long address = memory.address(piece);
      int length = memory.length(piece);
      demandSectors(address, "the address of piece " + piece);
      demandSectors(length, "the length of piece " + piece);
      demand(
          length == 0 || isAllocated(address, address + length),
          "piece " + piece + " of the memory is not allocated: " + length + " bytes at " + address);
      bytes += length;
    }
    boolean reaches = skipped == 0 || memory.pieces() > 0 && skipped <= memory.length(0);
    demand(reaches, "the advance of " + skipped + " bytes goes beyond the first vector");
    demand(
        bytes >= Sectors.toBytes(sectors),
        "the largest region has "
            + sectors
            + " sectors, which is more than the memory of "
            + bytes
            + " bytes");
  }

  private boolean isAllocated(long address, long end) {
    Memory memory = world.memory();
    for (long at = address; at < end; at += Sectors.PAGE_SIZE) {
      if (!memory.isAllocated(at)) {
        return false;
      }
    }
    return memory.isAllocated(end - 1);
  }

  private static void demandSectors(long bytes, String what) {
    demand(
        bytes >= 0 && bytes % Sectors.SIZE == 0, what + " is no whole number of sectors: " + bytes);
  }

  private static void demand(boolean right, String message) {
    if (!right) {
      throw new HostMisuse(message);
    }
  }
}
