package io.dmio.architecture;

/** Holds this module to the law of the house. */
final class ArchitectureTest extends ModuleLaw {

  ArchitectureTest() {
    super(House.REPORTS);
  }
}
