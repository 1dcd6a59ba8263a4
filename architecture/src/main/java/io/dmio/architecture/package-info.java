/**
 * The law of the house: which packages there are, what each may use, and the rules that every
 * module's tests apply to it.
 *
 * <p>{@link io.dmio.architecture.House} is the table, {@link io.dmio.architecture.ModuleLaw} the
 * rules. A new room and an exception go into the table; a new rule for every module goes here.
 * Knows classes and sources only as files: it uses no other module, since their tests use it.
 */
@NullMarked
package io.dmio.architecture;

import org.jspecify.annotations.NullMarked;
