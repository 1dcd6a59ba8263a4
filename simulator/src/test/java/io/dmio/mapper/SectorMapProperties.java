package io.dmio.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.RequestOp;
import io.dmio.block.StubDevice;
import io.dmio.device.DiskBench;
import io.dmio.mapper.TargetSpec.Lower;
import io.dmio.sim.RandomStream;
import io.dmio.sim.SeededChoices;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The map says of every sector what the devices do. */
final class SectorMapProperties {

  private static final long SECTORS = 96;

  @Property(tries = 200)
  void map_agreesWithTheDevices(@ForAll long seed) {
    RandomStream random = new SeededChoices(seed).stream("tables");
    DiskBench bench = new DiskBench();
    List<StubDevice> disks = List.of(new StubDevice(1000, true), new StubDevice(1000, true));
    List<TableSpec> tables = new ArrayList<>();
    for (int id = 2; id < 5; id++) {
      tables.add(table(id, random));
    }
    SectorMap map = new SectorMap(2, tables);
    List<BlockDevice> devices =
        new DeviceTables(tables, bench.simulation, bench.memory)
            .load(List.copyOf(disks), List.copyOf(disks), HostServices.of(), TargetWatch.NONE);
    for (int number = 2; number < 5; number++) {
      for (int i = 0; i < 16; i++) {
        long first = random.below(SECTORS - 8);
        long count = 1 + random.below(8);
        boolean write = random.below(2) == 0;
        assertThat(sent(bench, devices.get(number), disks, write, first, count))
            .isEqualTo(mapped(map, number, write, first, count));
      }
    }
  }

  private static TableSpec table(int id, RandomStream random) {
    List<TableSpec.Line> lines = new ArrayList<>();
    for (long first = 0; first < SECTORS; first += 24) {
      lines.add(new TableSpec.Line(first, 24, target(id, random)));
    }
    return new TableSpec(id, "m" + id, lines);
  }

  private static TargetSpec target(int id, RandomStream random) {
    return switch ((int) random.below(5)) {
      case 0 -> new TargetSpec.Failing();
      case 1 -> new TargetSpec.Zero();
      case 2 -> new TargetSpec.Striped(4, List.of(lower(id, random), lower(id, random)));
      case 3 ->
          new TargetSpec.Delay(
              new TargetSpec.Delay.Lane(lower(id, random), 0),
              new TargetSpec.Delay.Lane(lower(id, random), 0),
              new TargetSpec.Delay.Lane(lower(id, random), 0),
              3);
      default -> new TargetSpec.Linear(lower(id, random));
    };
  }

  private static Lower lower(int id, RandomStream random) {
    int device = (int) random.below(id);
    return new Lower(device, random.below(SECTORS - 24));
  }

  /** Where single sectors went, in order. */
  private static List<String> sent(
      DiskBench bench,
      BlockDevice device,
      List<StubDevice> disks,
      boolean write,
      long first,
      long count) {
    List<String> all = new ArrayList<>();
    RequestOp op = write ? RequestOp.WRITE : RequestOp.READ;
    for (long sector = first; sector < first + count; sector++) {
      disks.forEach(disk -> disk.log.clear());
      Bio bio = bench.bio(op, 0, sector, 1);
      bench.run(device, bio);
      for (int disk = 0; disk < disks.size(); disk++) {
        for (String line : disks.get(disk).log) {
          all.add(disk + " " + line.split(" ")[1].replace("+1", ""));
        }
      }
    }
    return all;
  }

  private static List<String> mapped(
      SectorMap map, int device, boolean write, long first, long count) {
    List<String> all = new ArrayList<>();
    map.visit(
        device,
        write,
        first,
        count,
        (ground, disk, sector, sectors, offset) -> {
          for (long s = sector; s < sector + sectors && ground == SectorMap.Ground.DISK; s++) {
            all.add(disk + " " + s);
          }
        });
    return all;
  }
}
