/** The language of what is checked, and of what is expected of a whole run. */
@NullMarked
package io.dmio.scenario.expect;

import org.jspecify.annotations.NullMarked;
