/**
 * Oracles: invariants after every event, validations at rest. They never draw and never schedule.
 *
 * <p>Nothing below {@code testbed} looks in here. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.check;

import org.jspecify.annotations.NullMarked;
