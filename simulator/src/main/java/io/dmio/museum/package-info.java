/**
 * Historic and plausible bugs, each one overridden step of the engine or of the pool.
 *
 * <p>A new exhibit goes here, its scenario into {@code catalog/museum}. Knows the steps that it
 * overrides, and no disk or fault. Nothing below {@code testbed} looks in here.
 */
@NullMarked
package io.dmio.museum;

import org.jspecify.annotations.NullMarked;
