/**
 * What may stand in a scenario: shapes of scalars, lists and mappings, each of which reads,
 * describes and writes the schema; units and bounds of numbers.
 *
 * <p>A new unit, a new bound and a new kind of value go here. Knows the YAML, and no key of the
 * language.
 */
@NullMarked
package io.dmio.scenario.shape;

import org.jspecify.annotations.NullMarked;
