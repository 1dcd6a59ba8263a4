package io.dmio.story;

import io.dmio.model.BioTable;
import io.dmio.model.Happening;
import io.dmio.model.Quantities;
import io.dmio.model.RunModel;
import io.dmio.model.TableReader;

/** Tells of a failed bio: what it was, how it ended, and why. */
public final class BioStory {

  private BioStory() {}

  /** A sentence about a bio, by its row. */
  static String of(int row, RunModel model, Wording words) {
    BioTable bios = model.bios();
    return "At "
        + Quantities.time(bios.ended(row))
        + " bio "
        + bios.number(row)
        + " of region "
        + bios.region(row)
        + " ("
        + words.device(bios.device(row))
        + ", "
        + sectors(row, model)
        + ") ended with "
        + bios.status(row)
        + cause(row, model, words);
  }

  /** The same, and which bit follows from it. */
  public static String ofBit(int row, RunModel model, Wording words) {
    return of(row, model, words)
        + " Therefore bit "
        + model.bios().region(row)
        + " of "
        + words.call(model.bios().call(row))
        + " is set.";
  }

  private static String cause(int row, RunModel model, Wording words) {
    int failed = model.bios().failedFirst(row);
    if (failed == row) {
      return causeHere(row, model, words);
    }
    return ": its part on "
        + words.device(model.bios().device(failed))
        + " ("
        + sectors(failed, model)
        + ") ended with "
        + model.bios().status(failed)
        + causeHere(failed, model, words);
  }

  private static String sectors(int row, RunModel model) {
    BioTable bios = model.bios();
    return bios.bytes(row) == 0
        ? "a flush"
        : (bios.sectors(row) == 1 ? "sector " : "sectors ")
            + Quantities.sectors(bios.sector(row), bios.sectors(row));
  }

  private static String causeHere(int row, RunModel model, Wording words) {
    int bio = model.bios().number(row);
    int number = model.bios().device(row);
    String device = words.device(number);
    Happening gone = model.happenings().causeOf(bio);
    if (gone != null) {
      boolean path = gone.kind() == Happening.Kind.OFFLINE;
      return ", because "
          + device
          + (path ? " could not be reached: " : " had no power: ")
          + (gone.event() < 0
              ? "since " + Quantities.time(gone.nanos())
              : words.eventAndPlace(gone))
          + ".";
    }
    int rule = model.ruleThatFailed(row);
    int line = TableReader.failing(row, model);
    if (line >= 0) {
      return ", because " + words.tableAndPlace(number, line) + ".";
    }
    return rule < 0
        ? "; no rule made it fail."
        : ", because of "
            + (model.faults().several(bio, number) ? "sectors " : "sector ")
            + model.faults().badSectors(bio, number)
            + " of "
            + device
            + ": "
            + words.ruleAndPlace(rule)
            + ".";
  }
}
