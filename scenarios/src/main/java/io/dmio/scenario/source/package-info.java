/**
 * Where a scenario comes from, and what it may use beside its text: files, and code of its user.
 *
 * <p>A new limit of what a scenario may do to the machine goes here. Knows no YAML and no key of
 * the language.
 */
@NullMarked
package io.dmio.scenario.source;

import org.jspecify.annotations.NullMarked;
