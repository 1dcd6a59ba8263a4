package io.dmio.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * The table of the house: its modules and their rooms from the bottom up, and what each may use.
 */
final class House {

  private static final String JSPECIFY = "org.jspecify.annotations..";
  private static final String JACKSON = "com.fasterxml.jackson..";

  private static final String[] BELOW_CHECK = {
    "sim", "block", "mempool", "engine", "device", "fault", "mapper", "workload", "ledger", "client"
  };

  private static final String[] BELOW_TESTBED = and(BELOW_CHECK, "check", "museum");

  private static final String[] SIMULATOR_ROOMS = and(BELOW_TESTBED, "testbed");

  private static final String[] SCENARIO_ROOMS =
      and(SIMULATOR_ROOMS, "formats", "scenario", "run", "explore", "conformance");

  static final ModulePlan SIMULATOR =
      new ModulePlan(
          "simulator",
          List.of(
              Room.of("sim"),
              Room.of("block", "sim"),
              Room.of("mempool", "sim"),
              Room.of("engine", "sim", "block", "mempool"),
              Room.of("device", "sim", "block"),
              Room.of("fault", "sim", "block", "device", "mempool"),
              Room.of("mapper", "sim", "block", "engine"),
              Room.of("workload", "sim", "block", "engine"),
              Room.of("ledger", "sim", "block", "engine", "device", "mapper"),
              Room.of("client", "sim", "block", "mempool", "engine", "mapper"),
              Room.of("check", BELOW_CHECK),
              Room.of("museum", "sim", "block", "mempool", "engine"),
              Room.of("testbed", BELOW_TESTBED)),
          List.of("client"),
          List.of("java..", JSPECIFY),
          330,
          List.of(),
          List.of(
              new Knot(
                  "engine",
                  "DmIoEngine",
                  5,
                  "an io is counted home by the engine that sent it out: the state of one call"),
              new Knot("fault", "Mischief", 5, "to be untangled"),
              new Knot("workload", "TaskHost", 21, "to be untangled")));

  static final ModulePlan SCENARIOS =
      new ModulePlan(
          "scenarios",
          List.of(
              Room.of("formats"),
              Room.of("scenario", and(SIMULATOR_ROOMS, "formats"))
                  // The parser under Jackson's YAML, which knows the positions.
                  .withLibraries(JACKSON),
              Room.of("run", and(SIMULATOR_ROOMS, "scenario")).withLibraries(JACKSON),
              Room.of("explore", and(SIMULATOR_ROOMS, "scenario", "run")).withLibraries(JACKSON),
              Room.of("conformance", SIMULATOR_ROOMS).withLibraries(JACKSON)),
          List.of("run", "explore"),
          List.of("java..", JSPECIFY),
          175,
          List.of(),
          List.of());

  static final ModulePlan REPORTS =
      new ModulePlan(
          "reports",
          List.of(
              Room.of("report", SCENARIO_ROOMS)
                  .withLibraries(
                      "javax..",
                      "org.w3c..",
                      JACKSON,
                      "org.jfree..",
                      "org.apache.batik..",
                      "gg.jte..",
                      "org.HdrHistogram.."),
              Room.of("bench", SCENARIO_ROOMS).withLibraries("com.sun.management.."),
              Room.of("cli", and(SCENARIO_ROOMS, "report", "bench"))
                  .withLibraries("javax..", "picocli..", JACKSON, "com.sun.management..")),
          List.of("bench"),
          List.of("java..", JSPECIFY),
          170,
          List.of(),
          List.of(
              new Knot(
                  "cli",
                  "Dmio",
                  6,
                  "a command that completes or warms up the whole of dmio is one of its commands")));

  private House() {}

  private static String[] and(String[] rooms, String... more) {
    return Stream.concat(Stream.of(rooms), Stream.of(more)).toArray(String[]::new);
  }

  /** All modules, from the bottom up. */
  static List<ModulePlan> modules() {
    return List.of(SIMULATOR, SCENARIOS, REPORTS);
  }
}
