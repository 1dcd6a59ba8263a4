/**
 * dm-io: turns one request over regions into bios, counts them home and reports the error bits
 * once. Its callers know it as {@link io.dmio.engine.DmIo}.
 *
 * <p>A new dialect goes here. Everything in which dialects (or right and wrong) differ stands in
 * {@link io.dmio.engine.Steps}, and what a dialect has and lacks in {@link io.dmio.engine.Dialect};
 * the rest has no switches. Knows no fault, no disk and no check. Confined to the one thread of its
 * simulation.
 */
@NullMarked
package io.dmio.engine;

import org.jspecify.annotations.NullMarked;
