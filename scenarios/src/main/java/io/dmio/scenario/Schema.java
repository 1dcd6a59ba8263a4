package io.dmio.scenario;

import io.dmio.scenario.shape.SchemaDefinitions;
import io.dmio.scenario.yaml.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON schema of the language, from the same shapes that read it. */
final class Schema {

  /** Before the version of the language. */
  static final String TITLE = "dmio scenario, version ";

  private Schema() {}

  static String write() {
    SchemaDefinitions definitions = new SchemaDefinitions();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", TITLE + Language.VERSION);
    schema.putAll(Language.ROOT.schema(definitions));
    schema.put("$defs", definitions.parts());
    return JsonText.write(schema) + "\n";
  }
}
