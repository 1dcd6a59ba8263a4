package io.dmio.scenario.names;

import io.dmio.scenario.names.NamedItem.Kind;
import io.dmio.scenario.yaml.Position;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bio of a call, such as {@code w:c.0}.
 *
 * @param call the call's name as the run uses it
 * @param item what makes the call
 * @param device where the bio goes
 * @param index its place among the call's bios to that device, from 0
 */
public record AtBioText(String call, NamedItem item, Devices.Device device, int index) {

  private static final Set<Kind> CALLS =
      EnumSet.of(Kind.READ, Kind.WRITE, Kind.FLUSH, Kind.VERIFY, Kind.LOAD, Kind.REPLAY, Kind.JAVA);

  /** Reads a text of the right form; null after mistakes were reported. */
  public static @Nullable AtBioText read(
      String text, Position at, FileNames fileNames, Devices devices) {
    int colon = text.indexOf(':');
    int dot = text.lastIndexOf('.');
    String reference = text.substring(0, colon);
    String call = fileNames.resolve(reference, at, Scope.OUTSIDE, CALLS, "a call");
    Devices.Device device = devices.find(text.substring(colon + 1, dot), at);
    NamedItem item = fileNames.find(reference);
    return call == null || device == null || item == null
        ? null
        : new AtBioText(call, item, device, Integer.parseInt(text.substring(dot + 1)));
  }

  /** Whether the call may send bios to the device, as far as the file tells. */
  public boolean isPossible() {
    return item.kind() == Kind.JAVA || item.devices().contains(device.name());
  }
}
