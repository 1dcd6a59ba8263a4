package io.dmio.fault;

import io.dmio.block.CallNames;
import io.dmio.sim.Moments;
import io.dmio.sim.Simulation;

/**
 * What all rules of a world share.
 *
 * @param simulation its clock, its streams of chance and its log
 * @param moments where rules announce their first onset, and hear of what they come after
 * @param calls the names of the calls that bios are part of
 */
record RuleContext(Simulation simulation, Moments moments, CallNames calls) {}
