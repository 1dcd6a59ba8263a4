package io.dmio.upper;

/** The first of five classes in a circle; the second is reached from a class inside. */
final class Ring {
  Link second() {
    return new Part().next;
  }

  private static final class Part {
    final Link next = new Link(new Hook(new Chain(new Clasp(null))));
  }
}

record Link(Hook hook) {}

record Hook(Chain chain) {}

record Chain(Clasp clasp) {}

record Clasp(Ring ring) {}
