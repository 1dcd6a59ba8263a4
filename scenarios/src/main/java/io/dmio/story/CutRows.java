package io.dmio.story;

import io.dmio.block.TagWords;
import io.dmio.block.Tags;
import io.dmio.device.PowerCutRecord;
import io.dmio.device.PowerCutRecord.Content;
import io.dmio.device.PowerCutRecord.Fate;
import io.dmio.device.PowerCutRecord.State;
import io.dmio.model.CutWrites;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Says what one power cut did to one disk, a row a run of sectors that fared alike. */
public final class CutRows {

  private final RunModel model;
  private final Wording words;
  private final CutWrites writes;
  private final TagWords tags;

  private CutRows(RunModel model, Wording words, PowerCutRecord cut) {
    this.model = model;
    this.words = words;
    this.writes = new CutWrites(model, cut);
    this.tags = new TagWords(call -> "data of " + words.call(call));
  }

  /** By sector; sectors of which nothing was in doubt are not among them. */
  public static List<CutRow> of(RunModel model, Wording words, PowerCutRecord cut) {
    CutRows rows = new CutRows(model, words, cut);
    List<CutRow> all = new ArrayList<>();
    for (Fate fate : cut.fates()) {
      CutRow row = rows.row(fate);
      int last = all.size() - 1;
      if (last >= 0 && all.get(last).continuesIn(row)) {
        all.set(last, all.get(last).with(row));
      } else {
        all.add(row);
      }
    }
    return all;
  }

  private CutRow row(Fate fate) {
    if (fate.state() == State.UNREADABLE) {
      return new CutRow(
          fate.first(),
          fate.sectors(),
          List.of("being rewritten, for a write in flight of a part of it"),
          "nothing: it cannot be read",
          "A disk that is rewriting a physical block when power fails may leave it unreadable until"
              + " it is written anew.",
          false);
    }
    List<String> allowed = new ArrayList<>();
    String survived = "";
    for (Content content : fate.allowed()) {
      allowed.add(allowed(fate, content));
      if (content.index() == fate.survived()) {
        survived = data(content);
      }
    }
    int left = fate.contents() - allowed.size();
    if (left > 0) {
      allowed.add("and " + left + " more");
    }
    return new CutRow(fate.first(), fate.sectors(), allowed, survived, why(fate), true);
  }

  private String allowed(Fate fate, Content content) {
    if (content.state() == State.DURABLE) {
      return data(content) + " (durable)";
    }
    int write = writes.writeOf(fate, content.state(), callOf(content));
    boolean known = write >= 0;
    String by = known ? " by " + bio(write) : "";
    if (content.state() == State.IN_FLIGHT) {
      return data(content) + " (in flight" + by + ")";
    }
    String since = known ? " since " + Quantities.time(model.bios().ended(write)) : "";
    return data(content) + " (cached" + since + by + ")";
  }

  private String bio(int row) {
    return "bio " + model.bios().number(row) + " of " + words.call(model.bios().call(row));
  }

  private static int callOf(Content content) {
    for (long tag : content.tags()) {
      if (Tags.isStamp(tag) && Tags.writeOf(tag) <= Integer.MAX_VALUE) {
        return (int) Tags.writeOf(tag);
      }
    }
    return -1;
  }

  private String data(Content content) {
    TreeSet<String> kinds = new TreeSet<>();
    content.tags().forEach(tag -> kinds.add(tags.of(tag)));
    return String.join(" and ", kinds);
  }

  private String why(Fate fate) {
    boolean cached = hasNewer(fate, State.CACHED);
    boolean inFlight = hasNewer(fate, State.IN_FLIGHT);
    String newer =
        (cached ? " The cache may lose what no flush has made durable." : "")
            + (inFlight ? " A write in flight may leave nothing." : "");
    String own =
        switch (fate.state()) {
          case DURABLE -> fate.contents() == 1 ? " Nothing else could be there." : "";
          case CACHED -> " What is cached may be on the medium already.";
          case IN_FLIGHT -> " A write in flight may have arrived, each atomic unit by itself.";
          case UNREADABLE -> "";
        };
    return (own + newer).strip();
  }

  /** Whether something newer than what survived had come as far as that. */
  private static boolean hasNewer(Fate fate, State state) {
    for (Content content : fate.allowed()) {
      if (content.index() > fate.survived() && content.state() == state) {
        return true;
      }
    }
    return false;
  }

  /** What was open after a cut, without a full stop. */
  public static String doubt(PowerCutRecord cut) {
    if (cut.affected() == 0) {
      return "all that it held was durable, and nothing was in doubt";
    }
    String states =
        cut.states() == Long.MAX_VALUE
            ? "more states than can be counted were allowed"
            : Quantities.count(cut.states(), "state")
                + (cut.states() == 1 ? " was allowed" : " were allowed");
    return "of "
        + Quantities.count(cut.affected(), "atomic unit")
        + " it was open what they hold, and "
        + states;
  }
}
