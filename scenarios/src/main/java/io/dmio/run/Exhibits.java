package io.dmio.run;

import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds exhibits by what the caller wrote. */
public final class Exhibits {

  private Exhibits() {}

  /**
   * The exhibit of an id, such as {@code B07}; none for null.
   *
   * @throws MistakeException if there is none of that id
   */
  public static @Nullable Exhibit find(@Nullable String id) {
    return id == null ? null : Museum.find(id).orElseThrow(() -> unknown(id));
  }

  private static MistakeException unknown(String id) {
    List<String> known = Museum.exhibits().stream().map(Exhibit::id).toList();
    return MistakeException.unknown("exhibit", id, known);
  }
}
