package io.dmio.engine;

/** The way of single bios to their devices, past dm-io: that of file systems and page caches. */
public interface PlainIo {

  /**
   * Sends one bio: the callback hears what it would hear of a call of one region.
   *
   * @param request of exactly one region; its client means nothing
   */
  void submit(IoRequest request, IoCallback callback);
}
