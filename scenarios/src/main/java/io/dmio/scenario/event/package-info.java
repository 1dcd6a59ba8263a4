/** The language of events: what is done to the world from outside, and when. */
@NullMarked
package io.dmio.scenario.event;

import org.jspecify.annotations.NullMarked;
