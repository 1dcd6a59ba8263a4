/**
 * The scenario language: a strict reader of YAML that keeps positions and compiles a file once into
 * a {@link io.dmio.testbed.WorldSpec} with no defaults left.
 *
 * <p>{@link io.dmio.scenario.Language} and its neighbours say which keys there are; the reader, the
 * JSON schema and the hints in messages all come from there. Knows files and the user's classes,
 * and runs nothing.
 */
@NullMarked
package io.dmio.scenario;

import org.jspecify.annotations.NullMarked;
