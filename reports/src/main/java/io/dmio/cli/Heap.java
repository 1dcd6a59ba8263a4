package io.dmio.cli;

/** What to say where the memory of Java does not suffice. */
final class Heap {

  private static final String ADVICE =
      "Java has no more memory for this; give it more, as in DMIO_JAVA_OPTS=-Xmx2g, or make the run"
          + " shorter";

  private Heap() {}

  /** Of whatever it was. */
  static String words() {
    return ADVICE;
  }

  /** Of reading or running a scenario, as the caller named it. */
  static String words(String scenario) {
    return "'" + scenario + "': " + ADVICE;
  }
}
