package io.dmio.scenario.device;

import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.MappingKeys;
import io.dmio.scenario.shape.ObjectShape;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.SchemaDefinitions;
import io.dmio.scenario.shape.Shape;
import io.dmio.scenario.yaml.MappingNode;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Node;
import io.dmio.scenario.yaml.NodeTuple;
import io.dmio.scenario.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disk, or a device that stands on others: which one, the key {@code table} says.
 *
 * @param disk a disk
 * @param stacked a device with a table, which is the only key that it has
 */
public record DeviceShape(ObjectShape disk, ObjectShape stacked) implements Shape<ParsedObject> {

  @Override
  public @Nullable ParsedObject read(Node node, Mistakes mistakes) {
    if (!(node instanceof MappingNode mapping) || !has(mapping, DeviceKeys.TABLE)) {
      return disk.read(node, mistakes);
    }
    ParsedObject fields = new ParsedObject(node);
    MappingKeys seen = new MappingKeys(mistakes);
    for (NodeTuple tuple : mapping.entries()) {
      String text = seen.accept(tuple.key());
      if (text != null && text.equals(DeviceKeys.TABLE.name())) {
        fields.put(DeviceKeys.TABLE, tuple, mistakes);
      } else if (text != null) {
        refuse(text, tuple.key(), mistakes);
      }
    }
    return fields;
  }

  private void refuse(String key, Node at, Mistakes mistakes) {
    if (key.equals(DeviceKeys.SIZE.name())) {
      mistakes.report(
          at, "a stacked device is as large as its table, so it has no 'size'", "remove it");
    } else if (ObjectShape.find(disk.keys(), key) != null) {
      mistakes.report(
          at,
          "a stacked device has no '" + key + "' of its own: its table says where its bios go",
          "write it at the disks below");
    } else {
      mistakes.report(at, "unknown key '" + key + "' in stacked device", "its only key is 'table'");
    }
  }

  private static boolean has(MappingNode mapping, Key<?> key) {
    for (NodeTuple tuple : mapping.entries()) {
      if (tuple.key() instanceof ScalarNode written && written.text().equals(key.name())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String words() {
    return disk.words() + ", or " + stacked.words();
  }

  @Override
  public Map<String, Object> schema(SchemaDefinitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("anyOf", List.of(disk.schema(definitions), stacked.schema(definitions)));
    return schema;
  }

  @Override
  public boolean fits(Node node) {
    return disk.fits(node);
  }
}
