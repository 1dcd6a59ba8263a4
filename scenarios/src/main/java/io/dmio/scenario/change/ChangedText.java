package io.dmio.scenario.change;

import io.dmio.scenario.yaml.LineStarts;
import io.dmio.scenario.yaml.Origin;
import io.dmio.scenario.yaml.Position;
import io.dmio.scenario.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file with changes in it. It knows of every character whether it is the file's, and
 * where it stands there.
 */
public final class ChangedText {

  private final int length;
  private final LineStarts original;
  private final List<Piece> pieces = new ArrayList<>();
  private String text;
  private LineStarts now;

  public ChangedText(String original) {
    this.length = original.length();
    this.original = new LineStarts(original);
    this.text = original;
    this.now = this.original;
    pieces.add(new Piece(null, 0, true, original));
  }

  /**
   * Characters in a row that come from one place.
   *
   * @param change what has put them there; null: they are the file's
   * @param from index in the file, or column in the option of the change
   * @param moves whether each character has a place of its own, or all have that of the first
   * @param text the characters
   */
  record Piece(@Nullable Change change, int from, boolean moves, String text) {

    /** Characters that stand in an option as they are. */
    static Piece given(Change change, int column, String text) {
      return new Piece(change, column, true, text);
    }

    /** Characters that have to stand around those of an option. */
    static Piece around(Change change, int column, String text) {
      return new Piece(change, column, false, text);
    }

    private int place(int index) {
      return moves ? from + index : from;
    }

    private Piece part(int begin, int end) {
      return new Piece(change, place(begin), moves, text.substring(begin, end));
    }
  }

  /** What is read. */
  public String text() {
    return text;
  }

  /** Puts pieces in place of the characters from one index to another. */
  void replace(int from, int to, List<Piece> replacement) {
    List<Piece> before = between(0, from);
    List<Piece> behind = between(to, text.length());
    pieces.clear();
    pieces.addAll(before);
    pieces.addAll(replacement);
    pieces.addAll(behind);
    StringBuilder changed = new StringBuilder();
    pieces.forEach(piece -> changed.append(piece.text));
    text = changed.toString();
    now = new LineStarts(text);
  }

  private List<Piece> between(int from, int to) {
    List<Piece> found = new ArrayList<>();
    int start = 0;
    for (Piece piece : pieces) {
      int end = start + piece.text.length();
      if (Math.max(start, from) < Math.min(end, to)) {
        found.add(piece.part(Math.max(start, from) - start, Math.min(end, to) - start));
      }
      start = end;
    }
    return found;
  }

  /** Where the character at a position of the text comes from. */
  public Origin origin(Position at) {
    int index = now.index(at);
    int start = 0;
    for (Piece piece : pieces) {
      int end = start + piece.text.length();
      if (index < end) {
        int place = piece.place(index - start);
        return piece.change == null
            ? Origin.inFile(original.position(place))
            : Origin.inOption(piece.change.option(), place);
      }
      start = end;
    }
    return Origin.inFile(original.position(length));
  }

  /**
   * Where a position of the text is in the file; what a change has put there is where it begins.
   */
  public Position inFile(Position at) {
    int index = now.index(at);
    int place = 0;
    int start = 0;
    for (Piece piece : pieces) {
      if (start <= index && piece.change == null) {
        place = piece.place(Math.min(index - start, piece.text.length()));
      }
      start += piece.text.length();
    }
    return original.position(place);
  }

  /**
   * The text by the lines of the file: line breaks that changes have put there are inside of
   * elements, and lines that they have taken away are empty.
   */
  public List<String> lines() {
    if (pieces.size() == 1) {
      return SourceText.lines(text);
    }
    List<String> lines = new ArrayList<>();
    int number = 0;
    for (String line : SourceText.lines(text)) {
      Position begin = new Position(++number, 1);
      int inFile = inFile(begin).line();
      boolean own = origin(begin).option() == null && inFile > lines.size();
      if (number > 1 && !own) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + "\n" + line);
        continue;
      }
      while (lines.size() < inFile - 1) {
        lines.add("");
      }
      lines.add(line);
    }
    return List.copyOf(lines);
  }
}
