package io.dmio.conformance;

/** A case that cannot be replayed: something in it is missing or unknown. */
final class CaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String words;

  CaseException(String what, String words) {
    super(what + ": " + words);
    this.what = what;
    this.words = words;
  }

  /** The part of the case that is wrong. */
  String what() {
    return what;
  }

  /** What is wrong with it. */
  String words() {
    return words;
  }
}
