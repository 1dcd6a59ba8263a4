/**
 * The text of a scenario as YAML: nodes with their lines and columns, and the mistakes that are
 * found.
 *
 * <p>How the text is parsed and how a mistake is told goes here. The only room that knows the YAML
 * parser. Knows no key of the language.
 */
@NullMarked
package io.dmio.scenario.yaml;

import org.jspecify.annotations.NullMarked;
