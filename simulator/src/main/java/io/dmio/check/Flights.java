package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.BlockStatus;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All bios between the engine and the devices. */
public final class Flights {

  private final Simulation simulation;
  private final List<Flight> slots = new ArrayList<>();

  /** Those that are not open; there is room for all. */
  private Flight[] free = new Flight[16];

  private int freeCount;
  private BioWatch atSubmit = new BioWatch() {};
  private BioWatch atEnd = atSubmit;
  private long submitted;

  /** Makes an empty sky. */
  public Flights(Simulation simulation) {
    this.simulation = simulation;
  }

  /**
   * Whom to tell.
   *
   * @param ofSubmissions who hears of submissions
   * @param ofEnds who hears of ends
   */
  public void watch(BioWatch ofSubmissions, BioWatch ofEnds) {
    atSubmit = ofSubmissions;
    atEnd = ofEnds;
  }

  /** How many bios were submitted so far. */
  public long submitted() {
    return submitted;
  }

  /** How many bios have not ended. */
  public int underWay() {
    return slots.size() - freeCount;
  }

  /** Every slot, open or not. */
  List<Flight> slots() {
    return slots;
  }

  void submitted(OpenCall call, int region, BlockDevice device, Bio bio) {
    submitted++;
    if (!call.isOpen() || bio.call() != call.number()) {
      atSubmit.strayed(bio);
      return;
    }
    Flight flight = freeCount > 0 ? free[--freeCount] : newFlight();
    flight.open(call, region, device.id(), bio, simulation.now());
    bio.observe(flight);
    call.bioSubmitted(region);
    atSubmit.submitted(flight, bio);
  }

  void ended(Flight flight, Bio bio) {
    OpenCall call = flight.call();
    call.bioEnded(flight.region(), bio.status() != BlockStatus.OK);
    atEnd.ended(flight, bio);
    close(flight);
    call.closeIfOver();
  }

  /** The host has died: the bios that are under way never end. */
  public void dropHost() {
    for (Flight flight : slots) {
      if (flight.isOpen()) {
        atEnd.lost(flight);
        close(flight);
      }
    }
  }

  private void close(Flight flight) {
    flight.close();
    free[freeCount++] = flight;
  }

  private Flight newFlight() {
    Flight flight = new Flight(this);
    slots.add(flight);
    if (slots.size() > free.length) {
      free = Arrays.copyOf(free, free.length * 2);
    }
    return flight;
  }
}
