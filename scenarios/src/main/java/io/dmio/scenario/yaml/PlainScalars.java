package io.dmio.scenario.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/** What readers of YAML take scalars without quotes for. */
public final class PlainScalars {

  /** The words that YAML 1.1 takes for truth values or nothing. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
          "on", "On", "ON", "off", "Off", "OFF", "null", "Null", "NULL");

  private PlainScalars() {}

  /** Whether it is a text by YAML 1.1. The regular expressions are slow to load. */
  public static boolean isText(String plain) {
    if (!plain.isEmpty() && Character.isLetter(plain.charAt(0))) {
      return !NO_TEXT.contains(plain);
    }
    return isQuantity(plain) || !NoText.matches(plain);
  }

  /** Digits and then a letter that stands in no number and no date: 4KiB, 80us, 1s, 2%. */
  private static boolean isQuantity(String plain) {
    int digits = leadingDigits(plain);
    return digits > 0 && digits < plain.length() && "BKMGnums%".indexOf(plain.charAt(digits)) >= 0;
  }

  /** How many digits a text starts with. */
  public static int leadingDigits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }

  /** The numbers, dates and signs of YAML 1.1; loaded when there may be one. */
  private static final class NoText {

    /** Longer ones are texts for readers of YAML. */
    private static final int LONGEST_NUMBER = 1024;

    private static final int LONGEST_DATE = 50;

    private static final String SIGN = "|~|<<|[!&*]";
    private static final String INTEGER =
        "|[-+]?(0b_*[01][01_]*|0_*[0-7][0-7_]*|0x_*[0-9a-fA-F][0-9a-fA-F_]*"
            + "|0|[1-9][0-9_]*(:[0-5]?[0-9])*)";
    private static final String EXPONENT = "[eE][-+]?[0-9]+";
    private static final String FRACTION =
        "|[-+]?([0-9][0-9_]*(\\.[0-9_]*(EXP)?|EXP|(:[0-5]?[0-9])+\\.[0-9_]*)|\\.[0-9_]+(EXP)?)"
            .replace("EXP", EXPONENT);
    private static final String NO_NUMBER = "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)";
    private static final Pattern NUMBER = Pattern.compile(SIGN + INTEGER + FRACTION + NO_NUMBER);
    private static final Pattern DATE =
        Pattern.compile(
            "[0-9]{4}-([0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)"
                + "[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\\.[0-9]*)?"
                + "([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)");

    static boolean matches(String plain) {
      return plain.length() <= LONGEST_NUMBER && NUMBER.matcher(plain).matches()
          || plain.length() <= LONGEST_DATE && DATE.matcher(plain).matches();
    }
  }
}
