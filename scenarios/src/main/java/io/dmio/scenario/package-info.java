/**
 * The scenario language: a strict reader of YAML that keeps positions and compiles a file once into
 * a {@link io.dmio.testbed.WorldSpec} with no defaults left.
 *
 * <p>Here are the doors, {@link io.dmio.scenario.Scenarios}, {@link io.dmio.scenario.Capsules} and
 * {@link io.dmio.scenario.Shipped}, and what holds a whole file together: {@link
 * io.dmio.scenario.Language} joins the keys of all rooms below, from which the reader, the JSON
 * schema and the hints in messages come. A new key of the whole file goes here; a key of a device,
 * a fault, a step or an event goes to the room of its topic.
 *
 * <p>Knows files and the user's classes. Runs nothing, and knows no run.
 */
@NullMarked
package io.dmio.scenario;

import org.jspecify.annotations.NullMarked;
