package io.dmio.ledger;

import io.dmio.block.Bio;
import io.dmio.block.BlockStatus;
import io.dmio.engine.IoRegion;
import io.dmio.sim.Simulation;
import io.dmio.sim.Spares;
import java.util.ArrayList;
import java.util.List;

/** All bios between the engine and the devices. */
public final class BioTap implements BioEnds {

  private final Simulation simulation;
  private final List<TappedBio> slots = new ArrayList<>();

  private final Spares<TappedBio> idle = new Spares<>();
  private final PieceTap pieces = new PieceTap();

  private BioWatch atSubmit = new BioWatch() {};
  private BioWatch atEnd = atSubmit;
  private long submitted;

  /** Makes a tap that has seen nothing. */
  public BioTap(Simulation simulation) {
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
    for (TappedBio tapped : slots) {
      open += tapped.isOpen() ? 1 : 0;
    }
    return open;
  }

  /** Every slot, open or not. */
  public List<TappedBio> slots() {
    return slots;
  }

  /** What comes of bios at disks below tables or after queues. */
  public PieceTap pieces() {
    return pieces;
  }

  void submitted(ObservedCall call, int region, IoRegion where, Bio bio) {
    submitted++;
    if (!call.isOpen() || bio.call() != call.number()) {
      atSubmit.strayed(bio);
      return;
    }
    TappedBio tapped = take();
    tapped.open(call, region, where, bio, simulation.now());
    bio.observe(tapped);
    call.bioSubmitted();
    atSubmit.submitted(tapped, bio);
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    ObservedCall call = tapped.call();
    call.bioEnded(tapped.region(), bio.status() != BlockStatus.OK);
    atEnd.ended(tapped, bio);
    close(tapped);
    call.closeIfOver();
  }

  /** The host has died: the bios that are under way never end. */
  public void dropHost() {
    for (TappedBio tapped : slots) {
      if (tapped.isOpen()) {
        atEnd.lost(tapped);
        close(tapped);
      }
    }
  }

  private void close(TappedBio tapped) {
    tapped.close();
    idle.push(tapped);
  }

  private TappedBio take() {
    TappedBio known = idle.pop();
    if (known != null) {
      return known;
    }
    simulation.limitAtOnce(slots.size(), "bios under way");
    TappedBio made = new TappedBio(slots.size(), this);
    slots.add(made);
    return made;
  }
}
