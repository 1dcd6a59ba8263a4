package io.dmio.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Puts the exit codes at the end of every command's help. */
final class ExitCodeList {

  private ExitCodeList() {}

  static void addTo(CommandLine line) {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(String.valueOf(code.value()), code.about());
    }
    addTo(line, codes);
  }

  private static void addTo(CommandLine line, Map<String, String> codes) {
    UsageMessageSpec usage = line.getCommandSpec().usageMessage();
    usage.exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
    line.getSubcommands().values().forEach(inner -> addTo(inner, codes));
  }
}
