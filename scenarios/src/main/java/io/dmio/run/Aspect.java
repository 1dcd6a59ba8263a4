package io.dmio.run;

/** In what calls of two runs may differ, the most telling first. */
public enum Aspect {
  /** Whether the run has such a call. */
  CALL("call", "whether the run has such a call"),
  /** What it returned, or the rule that refused it. */
  RETURN("return", "what it returned, or the rule that refused it"),
  /** The error bits that its caller heard. */
  BITS("bits", "the error bits that its caller heard"),
  /** The bios that it was made of, and how they ended. */
  BIOS("bios", "the bios that it was made of, and how they ended"),
  /** What a read brought; of other calls what their regions held on the media when they ended. */
  DATA(
      "data",
      "what a read brought; of other calls what their regions held on the media when they ended"),
  /** From the call to its return (sync) or callback (async). */
  LATENCY("latency", "from the call to its return (sync) or callback (async)");

  private final String text;
  private final String about;

  Aspect(String text, String about) {
    this.text = text;
    this.about = about;
  }

  /** The word for it. */
  public String text() {
    return text;
  }

  /** What it is, in a few words. */
  public String about() {
    return about;
  }
}
