/**
 * The text of a scenario as YAML: nodes with their lines and columns, and the mistakes that are
 * found.
 *
 * <p>Knows no key of the language.
 */
@NullMarked
package io.dmio.scenario.yaml;

import org.jspecify.annotations.NullMarked;
