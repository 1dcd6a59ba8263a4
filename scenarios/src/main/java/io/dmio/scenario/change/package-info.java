/** Changes of a scenario that stand beside its text, such as {@code --set KEY=VALUE}. */
@NullMarked
package io.dmio.scenario.change;

import org.jspecify.annotations.NullMarked;
