/**
 * Changes of a scenario that stand beside its text, such as {@code --set KEY=VALUE}: what they
 * change, and where in the text.
 *
 * <p>A new way to change a scenario without touching its file goes here. Knows nodes and values,
 * and no key of the language.
 */
@NullMarked
package io.dmio.scenario.change;

import org.jspecify.annotations.NullMarked;
