package io.dmio.engine;

/** The steps of the engine in which dialects, or right and wrong, differ. */
public class Steps {}
