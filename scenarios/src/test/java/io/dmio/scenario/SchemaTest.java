package io.dmio.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dmio.scenario.source.ScenarioSource;
import io.dmio.scenario.yaml.ScenarioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema for editors and the reader say the same, as far as a schema can. */
final class SchemaTest {

  private static final Path COMMITTED = Path.of("scenario.schema.json");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final List<String> REPLACEMENTS =
      List.of(
          "5",
          "0",
          "-1",
          "1.5",
          "'7'",
          "x",
          "X",
          "all",
          "true",
          "[]",
          "[a]",
          "{}",
          "4KiB",
          "4k",
          "1ms",
          "1%",
          "a@0+8",
          "a@1-2",
          "1-3",
          "null",
          "\"0b1\"",
          "classic",
          "linux-6.1");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Scenarios.schema());

  @Test
  void committedSchema_isTheReaders() throws IOException {
    if (System.getProperty("dmio.writeSchema") != null) {
      Files.writeString(COMMITTED, Scenarios.schema());
    }
    assertThat(Files.readString(COMMITTED))
        .as("mvn test -pl scenarios -am -Dtest=SchemaTest -Ddmio.writeSchema=yes writes it anew")
        .isEqualTo(Scenarios.schema());
  }

  @Test
  void shippedScenarios_fitTheSchema() throws IOException {
    for (Shipped.Item item : Shipped.list()) {
      assertThat(schema.validate(YAML.readTree(text(item)))).as(item.path()).isEmpty();
    }
  }

  @Test
  void whatTheReaderAccepts_theSchemaAccepts() throws IOException {
    int accepted = 0;
    for (Shipped.Item item : Shipped.list()) {
      for (String mutant : mutants(text(item))) {
        if (readerAccepts(mutant)) {
          accepted++;
          assertThat(schemaAccepts(mutant)).as(mutant).isTrue();
        }
      }
    }
    assertThat(accepted).isGreaterThan(100);
  }

  @Test
  void whatOnlyTheReaderKnows_isThisList() throws IOException {
    List<String> readerOnly = new ArrayList<>();
    for (MistakeCase wrong : MistakeCase.all()) {
      if (schemaAccepts(wrong.text())) {
        readerOnly.add(wrong.title());
      }
    }
    String list =
        new String(
            Objects.requireNonNull(SchemaTest.class.getResourceAsStream("/reader-only.txt"))
                .readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(String.join("\n", new TreeSet<>(readerOnly)) + "\n").isEqualTo(list);
  }

  private static String text(Shipped.Item item) throws IOException {
    return new String(
        Objects.requireNonNull(SchemaTest.class.getResourceAsStream("/" + item.path()))
            .readAllBytes(),
        StandardCharsets.UTF_8);
  }

  /** The text with one value after another replaced by something else, and with one line less. */
  private static List<String> mutants(String text) {
    List<String> mutants = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      List<String> without = new ArrayList<>(lines);
      without.remove(i);
      mutants.add(String.join("\n", without));
      String replacement = REPLACEMENTS.get(i * 7 % REPLACEMENTS.size());
      for (String pattern : List.of(": [^ ,{}\\[\\]]+", ": \\[[^\\[\\]]*\\]", ": \\{[^{}]*\\}")) {
        List<String> other = new ArrayList<>(lines);
        other.set(i, lines.get(i).replaceFirst(pattern, ": " + replacement));
        mutants.add(String.join("\n", other));
      }
    }
    return mutants;
  }

  private static boolean readerAccepts(String text) {
    try {
      Scenarios.read(ScenarioSource.text("t.yaml", text)).close();
      return true;
    } catch (ScenarioException e) {
      return false;
    }
  }

  private boolean schemaAccepts(String text) throws IOException {
    try {
      JsonNode node = YAML.readTree(text);
      return schema.validate(node).isEmpty();
    } catch (JacksonException e) {
      return false;
    }
  }
}
