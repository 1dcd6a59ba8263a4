package io.dmio.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils scenarios as people do, and worse: their lines, their words and single characters. */
final class Mutator {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./+-]+");
  private static final String CHARACTERS = "{}[]:,-#'\"&*!|>%@`?\t\n \\~=<.0a";
  private static final List<String> VALUES =
      List.of(
          "0",
          "-1",
          "1",
          "2",
          "7",
          "64",
          "65",
          "255",
          "256",
          "1000000",
          "99999999999999999999",
          "0.5",
          "1.5",
          "1/1024",
          "0/1",
          "3/2",
          "1us",
          "0s",
          "-1ms",
          "10s",
          "1KiB",
          "512",
          "4KiB",
          "1GiB",
          "1TiB",
          "~",
          "null",
          "true",
          "''",
          "[]",
          "{}",
          "all",
          "0x10",
          "1e3");

  private final List<String> words;

  /** Makes a mutator that puts words of some texts into each other. */
  Mutator(List<String> texts) {
    words = texts.stream().flatMap(text -> wordsOf(text).stream()).map(MatchResult::group).toList();
  }

  /** A text in which one thing is changed. */
  String mutate(String text, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> changeLines(text, random);
      case 1 -> text.substring(0, random.nextInt(text.length()));
      case 2 -> changeCharacter(text, random);
      default -> changeWord(text, random);
    };
  }

  private static String changeLines(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      case 2 -> lines.add(random.nextInt(lines.size()), lines.remove(at));
      case 3 -> lines.set(at, " " + line);
      default -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
    }
    return String.join("\n", lines);
  }

  private static String changeCharacter(String text, Random random) {
    int at = random.nextInt(text.length());
    char put = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    return text.substring(0, at) + put + text.substring(random.nextBoolean() ? at : at + 1);
  }

  private String changeWord(String text, Random random) {
    List<MatchResult> there = wordsOf(text);
    MatchResult word = there.get(random.nextInt(there.size()));
    boolean number = Character.isDigit(word.group().charAt(0));
    List<String> others = random.nextInt(4) > 0 == number ? VALUES : words;
    String other = others.get(random.nextInt(others.size()));
    return text.substring(0, word.start()) + other + text.substring(word.end());
  }

  private static List<MatchResult> wordsOf(String text) {
    return WORD.matcher(text).results().toList();
  }
}
