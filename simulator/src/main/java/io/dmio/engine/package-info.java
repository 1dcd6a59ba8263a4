/**
 * dm-io: turns one request over regions into bios, counts them home and reports the error bits
 * once, behind {@link io.dmio.engine.DmIo}.
 *
 * <p>Knows no fault, no disk and no check. Everything in which dialects (or right and wrong) differ
 * stands in {@link io.dmio.engine.Steps}; the rest has no switches. Confined to the one thread of
 * its simulation.
 */
@NullMarked
package io.dmio.engine;

import org.jspecify.annotations.NullMarked;
