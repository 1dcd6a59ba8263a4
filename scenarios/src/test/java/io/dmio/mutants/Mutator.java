package io.dmio.mutants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Spoils texts as people do, and worse: their numbers, words and keys, their lines, and single
 * characters. What is put in comes from other texts of the same kind, or from a list of values that
 * are wrong in many places.
 */
public final class Mutator {

  private static final int MOST_CHANGES = 3;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_./+-]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern PAIR =
      Pattern.compile("[\"a-z][a-z0-9-]*[\"]?: *(\\{[^{}]*\\}|\\[[^\\[\\]]*\\]|[^ ,{}\\[\\]\n]+)");
  private static final String CHARACTERS =
      "{}[]:,-#'\"&*!|>%@`?\t\n\r \\~=<.0a\u0000\u0007\u001b\u007f\u0085\u00a0\u2028\ufeff\ud800";
  private static final List<String> VALUES =
      List.of(
          ("0 -1 1 2 7 63 64 65 100 255 256 511 513 4095 65535 65536 262144 1000000 2147483647"
                  + " 2147483648 4294967295 4294967296 9007199254740992 1152921504606846976"
                  + " 9223372036854775807 9223372036854775808 18446744073709551615"
                  + " 99999999999999999999 0.5 1.5 1/1024 0/1 3/2 1% 1us 0s 1ns -1ms 10s 60s"
                  + " 100000000s 9999999999s 0B 1B 100B 511B 513B 1KiB 512 512B 5121B 4KiB 1GiB 1TiB"
                  + " 1048576TiB 9000000TiB ~ null true '' [] {} all each random 0x10 0xffffffffffffffff"
                  + " 1e3 007 host initial")
              .split(" "));

  private final List<String> words = new ArrayList<>();
  private final List<String> pairs = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /** Makes a mutator that puts parts of some texts into each other. */
  public Mutator(List<String> texts) {
    for (String text : texts) {
      WORD.matcher(text).results().map(MatchResult::group).forEach(words::add);
      PAIR.matcher(text).results().map(MatchResult::group).forEach(pairs::add);
      lines.addAll(Arrays.asList(text.split("\n", -1)));
    }
  }

  /** A text in which one thing is changed, or a few. */
  public String mutate(String text, Random random) {
    String mutant = text;
    int changes = random.nextInt(4) > 0 ? 1 : 2 + random.nextInt(MOST_CHANGES - 1);
    for (int i = 0; i < changes && !mutant.isEmpty(); i++) {
      mutant = change(mutant, random);
    }
    return mutant;
  }

  private String change(String text, Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> changeLines(text, random);
      case 2 -> random.nextInt(4) > 0 ? text : text.substring(0, random.nextInt(text.length()));
      case 3 -> changeCharacter(text, random);
      case 4, 5 -> changePair(text, random);
      case 6, 7, 8 -> changeNumber(text, random);
      default -> changeWord(text, random);
    };
  }

  private String changeLines(String text, Random random) {
    List<String> all = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int at = random.nextInt(all.size());
    String line = all.get(at);
    switch (random.nextInt(6)) {
      case 0 -> all.remove(at);
      case 1 -> all.add(random.nextInt(all.size()), line);
      case 2 -> all.add(random.nextInt(all.size()), all.remove(at));
      case 3 -> all.set(at, " " + line);
      case 4 -> all.add(at, any(lines, random));
      default -> all.set(at, line.replaceFirst("^ {1,2}", ""));
    }
    return String.join("\n", all);
  }

  private static String changeCharacter(String text, Random random) {
    int at = random.nextInt(text.length());
    char put = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
    return text.substring(0, at) + put + text.substring(random.nextBoolean() ? at : at + 1);
  }

  /** Drops a key with its value, doubles it, or puts one of another text beside it. */
  private String changePair(String text, Random random) {
    MatchResult pair = any(PAIR, text, random);
    if (pair == null) {
      return text;
    }
    String more =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> pair.group() + ", " + pair.group();
          case 2 -> any(pairs, random);
          default -> pair.group() + ", " + any(pairs, random);
        };
    return replaced(text, pair, more);
  }

  private static String changeNumber(String text, Random random) {
    MatchResult number = any(NUMBER, text, random);
    if (number == null) {
      return text;
    }
    String digits = number.group();
    String other =
        switch (random.nextInt(5)) {
          case 0 -> digits + random.nextInt(10);
          case 1 -> digits.substring(1);
          case 2 -> digits + "000000000000";
          case 3 -> "-" + digits;
          default -> any(VALUES, random);
        };
    return replaced(text, number, other);
  }

  private String changeWord(String text, Random random) {
    MatchResult word = any(WORD, text, random);
    if (word == null) {
      return text;
    }
    boolean number = Character.isDigit(word.group().charAt(0));
    return replaced(text, word, any(random.nextInt(4) > 0 == number ? VALUES : words, random));
  }

  private static String replaced(String text, MatchResult part, String other) {
    return text.substring(0, part.start()) + other + text.substring(part.end());
  }

  private static MatchResult any(Pattern pattern, String text, Random random) {
    List<MatchResult> found = pattern.matcher(text).results().toList();
    return found.isEmpty() ? null : found.get(random.nextInt(found.size()));
  }

  private static String any(List<String> list, Random random) {
    return list.isEmpty() ? "" : list.get(random.nextInt(list.size()));
  }
}
