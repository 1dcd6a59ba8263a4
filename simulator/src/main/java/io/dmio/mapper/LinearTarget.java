package io.dmio.mapper;

import io.dmio.block.Bio;

/**
 * {@code linear}: passes everything to a range of a device below.
 *
 * @param below the range
 */
public record LinearTarget(LowerRange below) implements Target {

  @Override
  public String kind() {
    return "linear";
  }

  @Override
  public boolean hasWriteCache() {
    return below.device().hasWriteCache();
  }

  @Override
  public void map(Bio piece) {
    below.pass(piece);
  }
}
