/**
 * The discrete-event core: virtual nanoseconds, events in (time, sequence) order, named random
 * streams, wait queues, the event log and the digests.
 *
 * <p>Knows nothing of block devices. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.sim;

import org.jspecify.annotations.NullMarked;
