/**
 * Oracles: invariants after every event, validations at rest. They never draw and never schedule.
 *
 * <p>A new check goes here: its name in {@link io.dmio.check.Check}, and its oracle. Knows what the
 * tap saw, and never asks the engine. Nothing below {@code testbed} looks in here. Confined to the
 * one thread of its simulation.
 */
@NullMarked
package io.dmio.check;

import org.jspecify.annotations.NullMarked;
