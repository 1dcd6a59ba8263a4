package io.dmio.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rooms of this module and what each may use, as the design's table says. */
final class House {

  static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target/classes"));

  /** Rooms that a later part of the house will fill. */
  static final List<String> NOT_BUILT_YET = List.of();

  private static final List<String> BELOW_CHECK =
      List.of("sim", "block", "mempool", "engine", "device", "fault", "mapper", "workload");

  static final Map<String, List<String>> MAY_USE = table();

  private House() {}

  private static Map<String, List<String>> table() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    table.put("sim", List.of());
    table.put("block", List.of("sim"));
    table.put("mempool", List.of("sim"));
    table.put("engine", List.of("sim", "block", "mempool"));
    table.put("device", List.of("sim", "block"));
    table.put("fault", List.of("sim", "block", "device", "mempool"));
    table.put("mapper", List.of("sim", "block", "engine"));
    table.put("workload", List.of("sim", "block", "engine"));
    table.put("check", BELOW_CHECK);
    table.put("museum", List.of("sim", "block", "mempool", "engine"));
    List<String> all = new ArrayList<>(BELOW_CHECK);
    all.addAll(List.of("check", "museum"));
    table.put("testbed", all);
    return table;
  }

  static String packageOf(String room) {
    return "io.dmio." + room + "..";
  }
}
