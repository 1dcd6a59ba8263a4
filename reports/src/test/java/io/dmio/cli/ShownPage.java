package io.dmio.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of the documentation, as blocks between fences and the prose around them. */
record ShownPage(String text, List<Block> blocks) {

  /** What stands between two fences, with the word after the first. */
  record Block(String language, String text) {}

  static ShownPage read(Path file) throws IOException {
    String text = Files.readString(file);
    List<Block> blocks = new ArrayList<>();
    StringBuilder inside = null;
    String language = "";
    for (String line : text.lines().toList()) {
      if (!line.startsWith("```")) {
        if (inside != null) {
          inside.append(line).append('\n');
        }
      } else if (inside == null) {
        inside = new StringBuilder();
        language = line.substring(3);
      } else {
        blocks.add(new Block(language, inside.toString()));
        inside = null;
      }
    }
    return new ShownPage(text, blocks);
  }

  /** The text block that follows the block with a command: what the command prints. */
  String shownAfter(String command) {
    for (int i = 0; i + 1 < blocks.size(); i++) {
      if (blocks.get(i).text().contains(command)) {
        return blocks.get(i + 1).text();
      }
    }
    throw new AssertionError("no block with " + command);
  }
}
