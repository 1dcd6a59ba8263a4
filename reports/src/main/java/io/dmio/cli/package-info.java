/**
 * The command {@code dmio}: the only place with {@code main}, standard streams and exit codes.
 *
 * <p>A new command goes here: one small class, and a line in {@link io.dmio.cli.Commands}. Commands
 * say what they have to say through a {@link io.dmio.cli.Terminal} and return an {@link
 * io.dmio.cli.ExitCode}. Nothing in here decides what a run means: that is in {@code io.dmio.run}.
 * Knows all packages; none knows it. Confined to the thread that started it.
 */
@NullMarked
package io.dmio.cli;

import org.jspecify.annotations.NullMarked;
