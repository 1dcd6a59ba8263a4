package io.dmio.report.page;

import io.dmio.model.LongTable;
import java.util.List;

/** Rows of numbers that become JSON by columns: an array a column is shortest. */
public final class Columns {

  private final List<String> names;
  private final LongTable table;
  private List<String> steps = List.of();

  public Columns(String... names) {
    this.names = List.of(names);
    this.table = new LongTable(names.length);
  }

  /**
   * Has numbers of these columns written as what each is more than the one before it: numbers that
   * grow are short then.
   */
  public Columns steps(String... growing) {
    steps = List.of(growing);
    return this;
  }

  /** Adds a row, with a number for each column. */
  public void add(long... numbers) {
    int row = table.add();
    for (int column = 0; column < numbers.length; column++) {
      table.set(row, column, numbers[column]);
    }
  }

  /** Writes each column as a key with an array. */
  public void write(Json json) {
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      boolean step = steps.contains(name);
      json.key(name).open('[');
      long before = 0;
      for (int row = 0; row < table.rows(); row++) {
        long number = table.get(row, column);
        json.value(number - before);
        before = step ? number : 0;
      }
      json.close(']');
    }
  }
}
