package io.dmio.scenario.fault;

import io.dmio.scenario.shape.Key;
import io.dmio.scenario.shape.Located;
import io.dmio.scenario.shape.ParsedObject;
import io.dmio.scenario.shape.PlaceText;
import io.dmio.scenario.shape.Verb;
import io.dmio.scenario.shape.VerbShape;
import java.util.ArrayList;
import java.util.List;

/** The kinds of fault rules, each with the keys that belong to it. */
public final class FaultVerbs {

  private static final List<Key<?>> COMMON =
      List.of(
          FaultKeys.AT,
          FaultKeys.FROM,
          FaultKeys.UNTIL,
          FaultKeys.NTH,
          FaultKeys.EVERY,
          FaultKeys.PROBABILITY,
          FaultKeys.AFTER,
          FaultKeys.DELAY,
          FaultKeys.TIMES,
          FaultKeys.ENDS,
          FaultKeys.GROUP,
          FaultKeys.ID,
          FaultKeys.REASON);

  public static final VerbShape FAULT =
      new VerbShape(
          "fault",
          List.of(
              placed(FaultKeys.MEDIA_ERROR, FaultKeys.PER, FaultKeys.STATUS),
              new Verb(FaultKeys.ALLOCATION_FAILURE, COMMON),
              placed(
                  SilentKeys.TORN_WRITE,
                  SilentKeys.UNIT,
                  SilentKeys.KEEPS,
                  SilentKeys.REST,
                  FaultKeys.PER),
              placed(SilentKeys.LOST_WRITE, FaultKeys.PER),
              placed(SilentKeys.MISDIRECTED_WRITE, SilentKeys.TO, FaultKeys.PER),
              placed(SilentKeys.MISDIRECTED_READ, SilentKeys.TO, FaultKeys.PER),
              placed(SilentKeys.STALE_READ, FaultKeys.PER),
              placed(SilentKeys.BIT_FLIP, SilentKeys.BITS, SilentKeys.IN, FaultKeys.PER),
              placed(SilentKeys.ZEROED_SECTOR, FaultKeys.PER),
              placed(SilentKeys.FLUSH_LIE),
              placed(SilentKeys.IGNORED_FUA)));

  private FaultVerbs() {}

  private static Verb placed(Key<?> kind, Key<?>... own) {
    List<Key<?>> keys = new ArrayList<>(List.of(own));
    keys.add(FaultKeys.OPS);
    keys.add(FaultKeys.AT_BIO);
    keys.addAll(COMMON);
    return new Verb(kind, keys);
  }

  /** Where the place of a rule stands, if its kind has one. */
  static Key<List<Located<PlaceText>>> place(ParsedObject rule) {
    for (Key<List<Located<PlaceText>>> key : SilentKeys.ALL) {
      if (key == rule.verb()) {
        return key;
      }
    }
    return FaultKeys.MEDIA_ERROR;
  }
}
