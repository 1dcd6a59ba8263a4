package io.dmio.report;

/** Tells of a failed bio: what it was, how it ended, and why. */
final class BioStory {

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
        + (bios.sectors(row) == 1 ? "sector " : "sectors ")
        + Quantities.sectors(bios.sector(row), bios.sectors(row))
        + ") ended with "
        + bios.status(row)
        + cause(row, model, words);
  }

  /** The same, and which bit follows from it. */
  static String ofBit(int row, RunModel model, Wording words) {
    return of(row, model, words)
        + " Therefore bit "
        + model.bios().region(row)
        + " of "
        + words.call(model.bios().call(row))
        + " is set.";
  }

  private static String cause(int row, RunModel model, Wording words) {
    int bio = model.bios().number(row);
    String device = words.device(model.bios().device(row));
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
    return rule < 0
        ? "; no rule made it fail."
        : ", because of "
            + (model.faults().several(bio) ? "sectors " : "sector ")
            + model.faults().badSectors(bio)
            + " of "
            + device
            + ": "
            + words.ruleAndPlace(rule)
            + ".";
  }
}
