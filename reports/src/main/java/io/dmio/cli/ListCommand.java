package io.dmio.cli;

import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.run.Json;
import io.dmio.run.MistakeException;
import io.dmio.scenario.Catalogue;
import io.dmio.scenario.Catalogue.Item;
import io.dmio.scenario.Scenario;
import io.dmio.scenario.Scenarios;
import io.dmio.scenario.Shipped;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Lists what there is of a kind. */
final class ListCommand implements Command {

  private final Terminal terminal;
  private final Map<String, Callable<List<Item>>> kinds = new LinkedHashMap<>();

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
    kinds.put("scenarios", ListCommand::scenarios);
    kinds.put("faults", Catalogue::faults);
    kinds.put("checks", Catalogue::checks);
    kinds.put("counts", Catalogue::counts);
    kinds.put("presets", Catalogue::presets);
    kinds.put("exhibits", ListCommand::exhibits);
    kinds.put("targets", Catalogue::targets);
  }

  @Override
  public Syntax syntax() {
    return Declare.command("list", "List what there is, with a sentence for each.")
        .addPositional(Declare.name("KIND", "One of: " + String.join(", ", kinds.keySet()) + "."))
        .addOption(Declare.json());
  }

  @Override
  public ExitCode run(Given given) throws Exception {
    String kind = given.name();
    Callable<List<Item>> maker = kinds.get(kind);
    if (maker == null) {
      throw MistakeException.unknown("list of", kind, kinds.keySet());
    }
    List<Item> items = maker.call();
    if (given.has("--json")) {
      terminal.out().println(Json.object(json -> put(json, kind, items)));
    } else {
      items.forEach(item -> terminal.out().println(item.name() + "  " + item.about()));
    }
    return ExitCode.HELD;
  }

  private static void put(Json json, String kind, List<Item> items) throws IOException {
    json.put("kind", kind);
    json.putObjects("items", items, ListCommand::put);
  }

  private static void put(Json json, Item item) throws IOException {
    json.put("name", item.name());
    json.put("about", item.about());
  }

  private static List<Item> scenarios() throws IOException, ScenarioException {
    List<Item> items = new ArrayList<>();
    for (Shipped.Item shipped : Shipped.list()) {
      try (Scenario scenario = Scenarios.read(shipped.source())) {
        items.add(new Item(shipped.name(), scenario.about()));
      }
    }
    return items;
  }

  private static List<Item> exhibits() {
    return Museum.exhibits().stream().map(ListCommand::item).toList();
  }

  private static Item item(Exhibit exhibit) {
    return new Item(exhibit.id(), exhibit.title() + ": " + exhibit.about());
  }
}
