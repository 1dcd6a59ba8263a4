/**
 * The discrete-event core: virtual nanoseconds, events in (time, sequence) order, named random
 * streams, wait queues, the event log and the digests.
 *
 * <p>A new kind of event goes here, at the end of {@link io.dmio.sim.EventKind}. Knows nothing of
 * block devices. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.sim;

import org.jspecify.annotations.NullMarked;
