/**
 * Scenarios made of what other tools write: traces and fio job files.
 *
 * <p>A new import goes here, its codec into {@code io.dmio.formats}. Knows the language as text,
 * and compiles none of it.
 */
@NullMarked
package io.dmio.scenario.imports;

import org.jspecify.annotations.NullMarked;
