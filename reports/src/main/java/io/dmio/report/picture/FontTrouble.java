package io.dmio.report.picture;

import java.io.IOException;

/** A machine without fonts fails deep inside the JDK; here it gets words. */
public final class FontTrouble {

  private FontTrouble() {}

  /** An exception with advice if fonts are what is missing; everything else goes on as it is. */
  public static IOException explain(Throwable thrown) {
    if (comesFromFonts(thrown)) {
      return new IOException(
          "no fonts on this machine, which pictures need: install fontconfig and a font"
              + " (Debian: apt-get install fontconfig fonts-dejavu-core),"
              + " or ask for --format html alone",
          thrown);
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static boolean comesFromFonts(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (namesFonts(String.valueOf(cause.getMessage()))) {
        return true;
      }
      for (StackTraceElement frame : cause.getStackTrace()) {
        if (namesFonts(frame.getClassName())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean namesFonts(String text) {
    return text.contains("sun.font.") || (text.contains("Font") && text.contains("sun.awt."));
  }
}
