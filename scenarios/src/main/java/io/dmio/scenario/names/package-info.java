/**
 * What a scenario has names for: devices, and the moments that steps, rules and events refer to.
 *
 * <p>Whatever two rooms of the language must agree on by name goes here. Knows shapes of values,
 * and no key of a topic.
 */
@NullMarked
package io.dmio.scenario.names;

import org.jspecify.annotations.NullMarked;
