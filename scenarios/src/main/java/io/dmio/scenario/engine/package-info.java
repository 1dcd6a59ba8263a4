/**
 * The language of the engine: dialects, clients and pools.
 *
 * <p>A new key of {@code engine} goes here. What a dialect has and lacks is in {@code
 * io.dmio.engine}. Knows no step, fault or event.
 */
@NullMarked
package io.dmio.scenario.engine;

import org.jspecify.annotations.NullMarked;
