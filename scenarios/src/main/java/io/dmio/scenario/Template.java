package io.dmio.scenario;

import io.dmio.scenario.change.TextEdits;
import io.dmio.scenario.shape.InvalidScalar;
import io.dmio.scenario.shape.Words;

/** Texts of new scenarios. */
public final class Template {

  private static final String FRESH =
      """
      # yaml-language-server: $schema=scenario.schema.json
      # $schema: scenario.schema.json
      # For completion in an editor: dmio schema -o scenario.schema.json
      dmio: 1                      # the version of the language
      scenario: NAME
      about: A write to two devices, one of which has a bad sector. Bit 1 and no other must be set.
      seed: 1                      # the same seed gives the same run, to the bit
      devices:
        a: { size: 64MiB, latency: nvme }
        b: { size: 64MiB, latency: { lognormal: { median: 80us, p99: 1ms } } }
      faults:
        - { media-error: b@2051, ops: [write], id: grown-defect, reason: grown defect }
      tasks:
        writer:
          - get: 64                # pages: how much the engine's pool must be ready for
          - write: [a@2048+8, b@2048+8]   # device @ first sector + sectors
            id: w
            expect: { failed: [1] }       # the regions whose bits are set, counted from 0
          - verify: a@2048+8
            holds: [w]
          - put: 64
      expect:
        fired: { grown-defect: 1 }
      """;

  private Template() {}

  /**
   * A small scenario with comments.
   *
   * @throws IllegalArgumentException if the name is none; its message says why
   */
  public static String fresh(String name) {
    return FRESH.replace("NAME", checked(name));
  }

  /**
   * A shipped scenario under another name.
   *
   * @throws IllegalArgumentException if the name is none; its message says why
   */
  public static String copy(Scenario shipped, String name) {
    TextEdits edits = new TextEdits(String.join("\n", shipped.lines()));
    edits.set("scenario", checked(name));
    return edits.apply().replace("../../scenario.schema.json", "scenario.schema.json");
  }

  private static String checked(String name) {
    try {
      return Words.name(name);
    } catch (InvalidScalar e) {
      throw new IllegalArgumentException(e.message() + "; " + e.suggestion(), e);
    }
  }
}
