package io.dmio.mapper;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Tables as {@code dmsetup table} prints them, with names instead of numbers of devices. */
public final class TableLines {

  private TableLines() {}

  /** The lines of a table. */
  public static List<String> of(TableSpec table, IntFunction<String> devices) {
    return table.lines().stream().map(line -> of(line, devices)).toList();
  }

  private static String of(TableSpec.Line line, IntFunction<String> devices) {
    List<String> words = new ArrayList<>();
    words.add(Long.toString(line.first()));
    words.add(Long.toString(line.count()));
    words.add(line.target().kind());
    words.addAll(line.target().arguments(devices));
    return String.join(" ", words);
  }
}
