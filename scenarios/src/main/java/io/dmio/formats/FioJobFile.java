package io.dmio.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A job file of fio: its jobs, each with the words of the sections {@code [global]} before it and
 * its own, of which the last counts.
 *
 * @param jobs in the order of the file
 * @param options all words of the file in their order
 */
public record FioJobFile(List<Job> jobs, List<Option> options) {

  private static final String GLOBAL = "global";

  /** Copies the lists. */
  public FioJobFile {
    jobs = List.copyOf(jobs);
    options = List.copyOf(options);
  }

  /**
   * A job.
   *
   * @param name of its section
   * @param line where that begins
   * @param words the options by word, in small letters
   */
  public record Job(String name, int line, SortedMap<String, Option> words) {

    /** Something is wrong with it as a whole. */
    public MalformedTraceException wrong(String found) {
      return MalformedTraceException.inLine(line, "[" + name + "]: " + found);
    }
  }

  /**
   * A word and its value.
   *
   * @param word in small letters
   * @param value as written; empty if there is none
   * @param line where it stands
   */
  public record Option(String word, String value, int line) {

    /** Something is wrong with its value. */
    public MalformedTraceException wrong(String found) {
      return MalformedTraceException.inLine(line, this + ": " + found);
    }

    @Override
    public String toString() {
      return value.isEmpty() ? word : word + "=" + value;
    }
  }

  /** Reads a job file. */
  public static FioJobFile read(String text) throws MalformedTraceException {
    Lines lines = new Lines(text);
    List<Job> jobs = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    SortedMap<String, Option> global = new TreeMap<>();
    SortedMap<String, Option> section = null;
    while (lines.advance()) {
      String line = lines.line();
      if (line.startsWith("#") || line.startsWith(";")) {
        continue;
      }
      if (line.startsWith("[")) {
        String name = sectionName(lines);
        boolean isGlobal = name.equalsIgnoreCase(GLOBAL);
        section = isGlobal ? global : new TreeMap<>(global);
        if (!isGlobal) {
          jobs.add(new Job(name, lines.number(), section));
        }
      } else if (section == null) {
        throw lines.wrong("'" + line + "' stands in no section; expected [name] before it");
      } else {
        Option option = option(lines);
        section.put(option.word(), option);
        options.add(option);
      }
    }
    if (jobs.isEmpty()) {
      throw MalformedTraceException.inLine(1, "there is no job in this file; expected [name]");
    }
    return new FioJobFile(jobs, options);
  }

  private static String sectionName(Lines lines) throws MalformedTraceException {
    String line = lines.line();
    int end = line.indexOf(']');
    if (end <= 1) {
      throw lines.wrong("'" + line + "' is no section; expected [name]");
    }
    return line.substring(1, end).strip();
  }

  private static Option option(Lines lines) throws MalformedTraceException {
    String line = lines.line();
    int equals = line.indexOf('=');
    String word = (equals < 0 ? line : line.substring(0, equals)).strip();
    if (!word.matches("[A-Za-z0-9_]+")) {
      throw lines.wrong("'" + line + "' is no option; expected word=value");
    }
    String value = equals < 0 ? "" : line.substring(equals + 1).strip();
    return new Option(word.toLowerCase(Locale.ROOT), value, lines.number());
  }
}
