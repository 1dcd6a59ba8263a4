package io.dmio.cli;

import picocli.CommandLine.Model.CommandSpec;

/**
 * One of dmio's commands.
 *
 * <p>A command declares its options by calls and not by annotations: looking through annotations
 * costs more time than a small run.
 */
interface Command {

  /** What it understands. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @param given what the caller gave
   * @throws Exception whatever goes wrong; {@link Errors} knows how to say it
   */
  ExitCode run(Given given) throws Exception;
}
