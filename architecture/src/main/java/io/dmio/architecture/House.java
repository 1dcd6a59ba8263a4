package io.dmio.architecture;

import java.util.List;
import java.util.stream.Stream;

/**
 * The table of the house: its modules and their rooms from the bottom up, and what each may use.
 */
final class House {

  private static final String JSPECIFY = "org.jspecify.annotations..";
  private static final String JACKSON = "com.fasterxml.jackson..";

  private static final String TIMES = "times are written everywhere as scenarios write them";

  private static final String[] BELOW_CHECK = {
    "sim", "block", "mempool", "engine", "device", "fault", "mapper", "workload", "ledger", "client"
  };

  private static final String[] BELOW_TESTBED = and(BELOW_CHECK, "check", "museum");

  private static final String[] SIMULATOR_ROOMS = and(BELOW_TESTBED, "testbed");

  private static final String[] SCENARIO_ROOMS =
      and(
          SIMULATOR_ROOMS,
          "formats",
          "scenario",
          "model",
          "story",
          "run",
          "explore",
          "conformance");

  static final ModulePlan SIMULATOR =
      new ModulePlan(
          "simulator",
          List.of(
              Room.of("sim"),
              Room.of("block", "sim"),
              Room.of("mempool", "sim").asserting(15),
              Room.of("engine", "sim", "block", "mempool").asserting(14),
              Room.of("device", "sim", "block"),
              Room.of("fault", "sim", "block", "device", "mempool"),
              Room.of("mapper", "sim", "block"),
              Room.of("workload", "sim", "block", "engine").asserting(15),
              Room.of("ledger", "sim", "block", "engine", "device", "mapper").asserting(14),
              Room.of("client", "sim", "block", "mempool", "engine", "mapper"),
              Room.of("check", BELOW_CHECK).asserting(13),
              Room.of("museum", "sim", "block", "mempool", "engine"),
              Room.of("testbed", BELOW_TESTBED)),
          List.of("client"),
          List.of("java..", JSPECIFY),
          360,
          List.of(),
          List.of(
              new Knot(
                  "engine",
                  "DmIoEngine",
                  5,
                  "an io is counted home by the engine that sent it out: the state of one call")));

  static final ModulePlan SCENARIOS =
      new ModulePlan(
          "scenarios",
          List.of(
              Room.of("formats"),
              Room.of("scenario", and(SIMULATOR_ROOMS, "formats")).withLibraries(JACKSON),
              Room.of("model", and(SIMULATOR_ROOMS, "scenario")),
              Room.of("story", and(SIMULATOR_ROOMS, "scenario", "model")),
              Room.of("run", and(SIMULATOR_ROOMS, "scenario", "model", "story"))
                  .withLibraries(JACKSON),
              Room.of("explore", and(SIMULATOR_ROOMS, "scenario", "model", "story", "run"))
                  .withLibraries(JACKSON),
              Room.of("conformance", SIMULATOR_ROOMS).withLibraries(JACKSON)),
          List.of("explore"),
          List.of("java..", JSPECIFY),
          235,
          List.of(
              new Door("model", "scenario.shape", TIMES),
              new Door("run", "scenario.change", "a scenario is opened with its changes"),
              new Door("run", "scenario.source", "a scenario is opened from its source"),
              new Door("run", "scenario.yaml", "mistakes and failures are told with their place")),
          List.of());

  static final ModulePlan REPORTS =
      new ModulePlan(
          "reports",
          List.of(
              Room.of("files"),
              Room.of("report", and(SCENARIO_ROOMS, "files"))
                  .withLibraries(
                      "javax..",
                      "org.w3c..",
                      JACKSON,
                      "org.jfree..",
                      "org.apache.batik..",
                      "gg.jte..",
                      "org.HdrHistogram.."),
              Room.of("bench", SCENARIO_ROOMS).withLibraries("com.sun.management.."),
              Room.of("cli", and(SCENARIO_ROOMS, "files", "report", "bench"))
                  .withLibraries("javax..", "picocli..", JACKSON, "com.sun.management..")),
          List.of(),
          List.of("java..", JSPECIFY),
          120,
          List.of(
              new Door("cli", "scenario.change", "what --set and --dialect change is a change"),
              new Door("cli", "scenario.imports", "dmio import makes scenarios and nothing else"),
              new Door("cli", "scenario.shape", TIMES),
              new Door("cli", "scenario.source", "only the command line knows what to trust"),
              new Door("cli", "scenario.yaml", "mistakes are told with line and column"),
              new Door("cli", "report.figures", "latencies are gathered while a run goes on")),
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
