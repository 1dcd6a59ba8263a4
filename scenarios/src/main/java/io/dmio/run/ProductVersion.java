package io.dmio.run;

/** Which dmio this is. */
public final class ProductVersion {

  private ProductVersion() {}

  /** Its version as its jar says it, such as {@code 0.1.0}; {@code development} without a jar. */
  public static String text() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
