package io.dmio.scenario.names;

import io.dmio.scenario.names.NamedItem.Dimension;
import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.yaml.Guess;
import io.dmio.scenario.yaml.Mistakes;
import io.dmio.scenario.yaml.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one namespace of ids, marks, tasks and rules, and how a reference becomes the name that the
 * run uses: {@code w} of instance 2 is {@code w[2]}, its round 3 in a repetition {@code w[2][3]}.
 */
public final class FileNames {

  private static final String NUMBER = "\\[([0-9]{1,18})\\]";

  private final Mistakes mistakes;
  private final Map<String, NamedItem> byBase = new TreeMap<>();
  private boolean hasJava;

  public FileNames(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Gives a name to something; a name can be given once. */
  public void declare(NamedItem item) {
    NamedItem first = byBase.putIfAbsent(item.base(), item);
    if (first != null) {
      mistakes.report(
          item.at(),
          "the name '" + item.base() + "' is taken",
          first.kind().words() + " in line " + first.at().line() + " has it already");
    }
    hasJava |= item.kind() == Kind.JAVA;
  }

  /** What a reference means, without its numbers; null if nothing. */
  public @Nullable NamedItem find(String reference) {
    return byBase.get(isNumbered(reference) ? reference.replaceAll(NUMBER, "") : reference);
  }

  /**
   * The name that the run uses for a reference, or null after a mistake was reported.
   *
   * @param kinds what it may be
   * @param what the words for that
   */
  public @Nullable String resolve(
      String reference, Position at, Scope scope, Set<Kind> kinds, String what) {
    NamedItem item = find(reference);
    if (item == null) {
      return unknown(reference, at, kinds, what);
    }
    if (!kinds.contains(item.kind())) {
      mistakes.report(
          at,
          "expected " + what + ", found " + item.kind().words() + ": '" + reference + "'",
          candidates(reference, kinds));
      return null;
    }
    return numbered(item, reference, at, scope);
  }

  private @Nullable String unknown(String reference, Position at, Set<Kind> kinds, String what) {
    if (hasJava && kinds.contains(Kind.MARK)) {
      return reference; // the user's own code may reach marks of any name
    }
    mistakes.report(
        at,
        "there is no " + what.replaceFirst("^an? ", "") + " '" + reference + "'",
        candidates(reference, kinds));
    return null;
  }

  private String candidates(String reference, Set<Kind> kinds) {
    List<String> names =
        byBase.values().stream()
            .filter(item -> kinds.contains(item.kind()))
            .map(NamedItem::base)
            .limit(Guess.MOST_KNOWN + 1L)
            .toList();
    return Guess.of(reference, names);
  }

  private @Nullable String numbered(NamedItem item, String reference, Position at, Scope scope) {
    List<Long> numbers = numbers(reference);
    List<Dimension> dimensions = item.dimensions();
    int shared = shared(dimensions, scope);
    boolean ofInstance = scope.instance() > 0 && shared > 0;
    if (numbers.isEmpty() && shared >= needed(item)) {
      return ofInstance ? scope.spell(item.base()) : item.base();
    }
    if (numbers.isEmpty() && item.kind() == Kind.TASK) {
      return item.base(); // all its instances
    }
    int most = dimensions.size() + (item.kind().makesCalls() ? 1 : 0);
    if (ofInstance && numbers.size() < dimensions.size()) {
      numbers.add(0, (long) scope.instance());
    }
    if (numbers.size() < needed(item) || numbers.size() > most) {
      reportCount(item, reference, at);
      return null;
    }
    return checked(item, numbers, reference, at);
  }

  /** How many numbers must be known: a mark alone means its first round. */
  private static int needed(NamedItem item) {
    int instances = item.isOfInstances() ? 1 : 0;
    return item.kind() == Kind.MARK ? instances : item.dimensions().size();
  }

  private @Nullable String checked(
      NamedItem item, List<Long> numbers, String reference, Position at) {
    int numbered = Math.min(numbers.size(), item.dimensions().size());
    for (int i = 0; i < numbered; i++) {
      long count = item.dimensions().get(i).count();
      if (numbers.get(i) > count) {
        mistakes.report(at, "there is no '" + reference + "'", "the numbers go from 1 to " + count);
        return null;
      }
    }
    return spell(item, numbers);
  }

  private static String spell(NamedItem item, List<Long> numbers) {
    int dot = item.base().indexOf('.');
    boolean instanceFirst = dot > 0 && item.isOfInstances();
    StringBuilder name = new StringBuilder(item.base());
    int next = 0;
    if (instanceFirst) {
      name.insert(dot, "[" + numbers.get(next++) + "]");
    }
    for (; next < numbers.size(); next++) {
      name.append('[').append(numbers.get(next)).append(']');
    }
    return name.toString();
  }

  private void reportCount(NamedItem item, String reference, Position at) {
    if (item.dimensions().isEmpty()) {
      mistakes.report(at, "there is only one '" + item.base() + "'", "write it without a number");
    } else {
      List<Long> ones = new ArrayList<>();
      item.dimensions().forEach(dimension -> ones.add(1L));
      mistakes.report(
          at,
          "there are several '" + reference + "'",
          "write which one, such as " + spell(item, ones));
    }
  }

  private static int shared(List<Dimension> dimensions, Scope scope) {
    int shared = 0;
    while (shared < Math.min(dimensions.size(), scope.dimensions().size())
        && dimensions.get(shared).equals(scope.dimensions().get(shared))) {
      shared++;
    }
    return shared;
  }

  private static boolean isNumbered(String reference) {
    return reference.indexOf('[') >= 0;
  }

  private static List<Long> numbers(String reference) {
    List<Long> numbers = new ArrayList<>();
    if (isNumbered(reference)) {
      for (Matcher matcher = Pattern.compile(NUMBER).matcher(reference); matcher.find(); ) {
        numbers.add(Long.parseLong(matcher.group(1)));
      }
    }
    return numbers;
  }
}
