package io.dmio.engine;

/**
 * dm-io, as its callers see it.
 *
 * <p>Nobody blocks: where a caller in the kernel would sleep, the call goes on by itself and {@link
 * IoCallback#returned} comes later.
 */
public interface DmIo {

  /** Which dm-io this is. */
  Dialect dialect();

  /**
   * Asks for a reserve for {@code pages} pages more (classic; without effect in linux-6.1).
   *
   * @return OK, or ENOMEM with nothing changed
   */
  IoReturn get(int pages);

  /** Gives up the reserve of an earlier get; see {@link Refusal} for what is refused. */
  IoReturn put(int pages);

  /** Makes a call; the six functions of the first API are its combinations of sync and memory. */
  void submit(IoRequest request, IoCallback callback);
}
