/**
 * Pools with a guaranteed reserve, waiters and exact counts, as the kernel's mempool.
 *
 * <p>What a pool does goes here, each step that could be wrong in {@link
 * io.dmio.mempool.PoolSteps}. Knows nothing of what its elements are for. Confined to the one
 * thread of its simulation.
 */
@NullMarked
package io.dmio.mempool;

import org.jspecify.annotations.NullMarked;
