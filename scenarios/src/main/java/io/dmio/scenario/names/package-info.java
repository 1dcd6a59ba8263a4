/**
 * What a scenario has names for: devices, and the moments that steps, rules and events refer to.
 */
@NullMarked
package io.dmio.scenario.names;

import org.jspecify.annotations.NullMarked;
