/**
 * The language of faults: their verbs, their keys and their triggers.
 *
 * <p>A new fault kind goes here.
 */
@NullMarked
package io.dmio.scenario.fault;

import org.jspecify.annotations.NullMarked;
