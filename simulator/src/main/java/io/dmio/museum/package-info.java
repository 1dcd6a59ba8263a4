/**
 * Historic and plausible bugs, each one overridden step of the engine or of the pool.
 *
 * <p>Nothing below {@code testbed} looks in here.
 */
@NullMarked
package io.dmio.museum;

import org.jspecify.annotations.NullMarked;
