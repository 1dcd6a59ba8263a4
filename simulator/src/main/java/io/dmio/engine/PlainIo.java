package io.dmio.engine;

/** Sends single bios past dm-io, as file systems and page caches do. */
public interface PlainIo {

  /**
   * Sends one bio. The callback hears what it would hear of a call of one region.
   *
   * @param request of exactly one region; its client means nothing
   */
  void submit(IoRequest request, IoCallback callback);
}
