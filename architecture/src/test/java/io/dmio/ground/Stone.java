package io.dmio.ground;

import io.dmio.ground.cellar.Barrel;

/** Forms a circle with the inner package. */
public record Stone(Barrel under) {}
