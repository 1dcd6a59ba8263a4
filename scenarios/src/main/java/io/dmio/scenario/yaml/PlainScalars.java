package io.dmio.scenario.yaml;

import java.util.Set;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** What readers of YAML take scalars without quotes for. */
public final class PlainScalars {

  /** The words that YAML 1.1 takes for truth values or nothing. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
          "on", "On", "ON", "off", "Off", "OFF", "null", "Null", "NULL");

  private PlainScalars() {}

  /** Whether it is a text by YAML 1.1. The resolver's regular expressions are dear to load. */
  public static boolean isText(String plain) {
    if (!plain.isEmpty() && Character.isLetter(plain.charAt(0))) {
      return !NO_TEXT.contains(plain);
    }
    return isQuantity(plain) || new Resolver().resolve(NodeId.scalar, plain, true).equals(Tag.STR);
  }

  /** Digits and then a letter that stands in no number and no date: 4KiB, 80us, 1s, 2%. */
  private static boolean isQuantity(String plain) {
    int digits = leadingDigits(plain);
    return digits > 0 && digits < plain.length() && "BKMGnums%".indexOf(plain.charAt(digits)) >= 0;
  }

  /** How many digits a text begins with. */
  public static int leadingDigits(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    return digits;
  }
}
