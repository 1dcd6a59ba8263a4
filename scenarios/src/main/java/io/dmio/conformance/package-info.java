/**
 * Recorded cases of a real kernel's dm-io, replayed against the engine and compared observation by
 * observation.
 *
 * <p>A new field of the recordings goes here. Knows no scenario and no report.
 */
@NullMarked
package io.dmio.conformance;

import org.jspecify.annotations.NullMarked;
