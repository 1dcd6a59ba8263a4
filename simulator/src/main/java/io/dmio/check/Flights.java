package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.engine.IoRegion;
import io.dmio.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All bios between the engine and the devices. */
public final class Flights implements FlightEnds {

  private final Simulation simulation;
  private final List<Flight> slots = new ArrayList<>();

  /** The first of those that are not open; each knows the next. */
  private @Nullable Flight free;

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
    int open = 0;
    for (Flight flight : slots) {
      open += flight.isOpen() ? 1 : 0;
    }
    return open;
  }

  /** Every slot, open or not. */
  List<Flight> slots() {
    return slots;
  }

  void submitted(OpenCall call, int region, IoRegion where, Bio bio) {
    submitted++;
    if (!call.isOpen() || bio.call() != call.number()) {
      atSubmit.strayed(bio);
      return;
    }
    Flight flight = take();
    flight.open(call, region, where, bio, simulation.now());
    bio.observe(flight);
    call.bioSubmitted();
    atSubmit.submitted(flight, bio);
  }

  @Override
  public void ended(Flight flight, Bio bio) {
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
    flight.nextFree = free;
    free = flight;
  }

  private Flight take() {
    Flight flight = free;
    if (flight == null) {
      simulation.limitAtOnce(slots.size(), "bios under way");
      flight = new Flight(this);
      slots.add(flight);
    } else {
      free = flight.nextFree;
    }
    return flight;
  }
}
