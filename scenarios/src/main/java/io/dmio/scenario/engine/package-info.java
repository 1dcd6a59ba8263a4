/** The language of the engine: dialects, clients and pools. */
@NullMarked
package io.dmio.scenario.engine;

import org.jspecify.annotations.NullMarked;
