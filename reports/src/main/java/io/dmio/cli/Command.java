package io.dmio.cli;

/** One of dmio's commands. */
interface Command {

  /** What it understands. */
  Syntax syntax();

  /**
   * Does it.
   *
   * @param given what the caller gave
   * @throws Exception whatever goes wrong; {@link Errors} knows how to say it
   */
  ExitCode run(Given given) throws Exception;
}
