package io.dmio.cli;

import io.dmio.museum.Exhibit;
import io.dmio.museum.Museum;
import io.dmio.run.MistakeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds exhibits by what the caller wrote. */
final class Exhibits {

  private Exhibits() {}

  /** The exhibit of an id, none for null. */
  static @Nullable Exhibit find(@Nullable String id) {
    return id == null ? null : Museum.find(id).orElseThrow(() -> unknown(id));
  }

  private static MistakeException unknown(String id) {
    List<String> known = Museum.exhibits().stream().map(Exhibit::id).toList();
    return MistakeException.unknown("exhibit", id, known);
  }
}
