/**
 * The language of faults: their verbs, their keys and their triggers.
 *
 * <p>The verb and the keys of a new fault kind go here. What it does to a bio, an allocation or a
 * wait is in {@code io.dmio.fault}. Knows no step or event but by name.
 */
@NullMarked
package io.dmio.scenario.fault;

import org.jspecify.annotations.NullMarked;
