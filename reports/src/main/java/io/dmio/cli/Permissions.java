package io.dmio.cli;

import io.dmio.cli.Syntax.Option;
import io.dmio.run.MistakeException;
import io.dmio.scenario.Dependencies;
import io.dmio.scenario.source.Trust;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the caller allows scenarios to do.
 *
 * @param code whether those from outside of the working folder may run code
 * @param files whether any may name files from outside
 * @param codeSeconds for how long code may run without an event, in real time; 0: for ever
 */
record Permissions(boolean code, boolean files, long codeSeconds) {

  /** Nothing more than is allowed anyway. */
  static final Permissions NONE = new Permissions(false, false, 60);

  private static final String CODE = "--allow-code";
  private static final String FILES = "--allow-files";
  private static final String TIMEOUT = "--code-timeout";
  private static final Pattern SECONDS = Pattern.compile("(0|[1-9][0-9]{0,8})s");

  /** The options of a command that reads scenarios. */
  static List<Option> reading() {
    return List.of(
        Declare.flag(
            CODE,
            "Let scenarios from outside of the working folder run code: their java steps can do all"
                + " that you can do."),
        Declare.flag(
            FILES,
            "Let scenarios name files that lie neither beside nor below them, nor below the working"
                + " folder with them."));
  }

  /** Those of a command that runs them as well. */
  static List<Option> running() {
    List<Option> options = new ArrayList<>(reading());
    options.add(
        Declare.value(
            TIMEOUT,
            "TIME",
            "How long code of a java step may run on end, in real time, such as 5s; 0s: for ever;"
                + " default: "
                + NONE.codeSeconds
                + "s."));
    return options;
  }

  /** The same with all files allowed. */
  Permissions withFiles() {
    return new Permissions(code, true, codeSeconds);
  }

  /** As the caller says. */
  static Permissions of(Given given) {
    String timeout = given.text(TIMEOUT);
    return new Permissions(
        given.has(CODE), given.has(FILES), timeout == null ? NONE.codeSeconds : seconds(timeout));
  }

  private static long seconds(String text) {
    Matcher matcher = SECONDS.matcher(text);
    if (!matcher.matches()) {
      throw new MistakeException(TIMEOUT + ": not whole seconds: '" + text + "', write 5s");
    }
    return Long.parseLong(matcher.group(1));
  }

  /** What a scenario may do that the caller named. */
  Trust trust(Terminal terminal) {
    return Trust.below(terminal.directory()).allowing(code, files);
  }

  /** The options that say this, each behind a blank. */
  String arguments() {
    StringBuilder arguments = new StringBuilder();
    if (code) {
      arguments.append(' ').append(CODE);
    }
    if (files) {
      arguments.append(' ').append(FILES);
    }
    if (codeSeconds != NONE.codeSeconds) {
      arguments.append(' ').append(TIMEOUT).append(' ').append(codeSeconds).append('s');
    }
    return arguments.toString();
  }

  /** Those without which what a scenario needs could not be had from a file. */
  String neededBy(Dependencies needs, String file, Terminal terminal) {
    Trust strict = NONE.trust(terminal);
    Path path = terminal.resolve(file);
    boolean noCode = !needs.codeAllowedFrom(path, strict);
    boolean noFiles = !needs.filesAllowedFrom(path, strict);
    return new Permissions(noCode, noFiles, codeSeconds).arguments();
  }
}
