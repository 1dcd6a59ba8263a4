/**
 * The command {@code dmio}: the only place with {@code main}, standard streams and exit codes.
 *
 * <p>One small class a command. Commands say what they have to say through a {@link
 * io.dmio.cli.Terminal} and return an {@link io.dmio.cli.ExitCode}; nothing in here decides what a
 * run means. Confined to the thread that started it.
 */
@NullMarked
package io.dmio.cli;

import org.jspecify.annotations.NullMarked;
