package io.dmio.run;

/**
 * A place in a scenario's file.
 *
 * @param file as the caller spelled it
 * @param line from 1
 * @param column from 1
 */
public record SourceLocation(String file, int line, int column) {}
