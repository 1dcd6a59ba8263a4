/**
 * What may stand in a scenario: shapes of scalars, lists and mappings, each of which reads,
 * describes and writes the schema; units and bounds of numbers.
 *
 * <p>Knows the YAML, and no key of the language.
 */
@NullMarked
package io.dmio.scenario.shape;

import org.jspecify.annotations.NullMarked;
