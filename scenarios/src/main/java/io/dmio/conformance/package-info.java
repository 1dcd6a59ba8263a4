/**
 * Recorded cases of a real kernel's dm-io, replayed against the engine in the dialect linux-6.1,
 * and compared observation by observation.
 */
@NullMarked
package io.dmio.conformance;

import org.jspecify.annotations.NullMarked;
