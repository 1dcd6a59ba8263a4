package io.dmio.check;

import io.dmio.block.Bio;
import io.dmio.block.Memory;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.BioWatch;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.ObservedCall;
import io.dmio.ledger.Sizes;
import io.dmio.ledger.TappedBio;
import java.util.Arrays;
import java.util.List;

/**
 * Nobody touches memory, bios or ios that were given back.
 *
 * <p>A call's io is back in its pool before its caller hears: at the nth end of a call that takes
 * an io from a client's pool, at least n ios have been given back to it.
 *
 * <p>A caller that gave up waiting does not know when its bios are over: their memory must not be
 * used by another call while they are under way.
 */
final class LifetimeCheck implements BioWatch, CallWatch {

  private final Failures failures;
  private final Memory memory;
  private final DialectRules rules;
  private final ShadowPoolBooks pools;
  private final List<TappedBio> slots;
  private final Tally tally;
  private int interrupted;
  private ReturnedIos[] clients = {};

  /** By slot: how often memory had been given back when the memory of a bio was last seen. */
  private long[] frees = new long[16];

  LifetimeCheck(
      Failures failures,
      Memory memory,
      DialectRules rules,
      ShadowPoolBooks pools,
      List<TappedBio> slots) {
    this.failures = failures;
    this.memory = memory;
    this.rules = rules;
    this.pools = pools;
    this.slots = slots;
    tally = failures.tally();
  }

  @Override
  public void started(ObservedCall call) {
    for (int i = 0; i < slots.size() && interrupted > 0; i++) {
      TappedBio tapped = slots.get(i);
      if (tapped.isOpen() && tapped.call().interrupted()) {
        memoryIsItsOwn(tapped, call);
      }
    }
  }

  private void memoryIsItsOwn(TappedBio late, ObservedCall call) {
    tally.add(Comparison.LATE_BIOS);
    if (call.extents().overlap(late.call().extents())) {
      fail(late, "is under way while " + failures.nameOf(call) + " uses its memory again");
    }
  }

  @Override
  public void over(ObservedCall call) {
    if (call.interrupted()) {
      assert interrupted > 0 : "no interrupted call is open";
      interrupted--;
    }
  }

  @Override
  public void submitted(TappedBio tapped, Bio bio) {
    memoryIsThere(tapped, bio, "submitted");
    if (tapped.slot() >= frees.length) {
      frees = Arrays.copyOf(frees, Math.max(tapped.slot() + 1, frees.length * 2));
    }
    frees[tapped.slot()] = memory.frees();
    tally.add(Comparison.BIO_ENDS);
    if (tapped.call().isOver()) {
      fail(tapped, "was submitted after its call was over");
    }
  }

  @Override
  public void ended(TappedBio tapped, Bio bio) {
    if (frees[tapped.slot()] != memory.frees()) {
      memoryIsThere(tapped, bio, "ended");
    }
    tally.add(Comparison.BIO_ENDS);
    if (tapped.call().isOver() && !tapped.call().interrupted()) {
      fail(tapped, "ended after its call was over");
    }
  }

  @Override
  public void strayed(Bio bio) {
    failures.add(
        Check.LIFETIME,
        "bio " + bio.number() + " was submitted after its call and all its bios were over",
        FailureLocation.ofCall(bio.call()));
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    if (call.interrupted()) {
      interrupted++;
    }
    boolean pooled = call.request().sync() && rules.poolsSyncIo();
    if (pooled && result.refusal() == null) {
      countEnd(call, "returned");
    }
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    if (!DialectRules.readsManyRegions(call.request())) {
      countEnd(call, "was notified");
    }
  }

  private void countEnd(ObservedCall call, String heard) {
    tally.add(Comparison.IOS);
    ReturnedIos client = clientOf(call.request().client());
    if (!client.callEnded()) {
      failures.add(
          Check.LIFETIME,
          failures.nameOf(call) + " " + heard + " before its io was given back to " + client.name(),
          FailureLocation.of(call));
    }
  }

  private ReturnedIos clientOf(int number) {
    if (number >= clients.length) {
      int known = clients.length;
      clients = Arrays.copyOf(clients, number + 1);
      for (int i = known; i < clients.length; i++) {
        clients[i] = new ReturnedIos(pools.iosOf(i));
      }
    }
    return clients[number];
  }

  private void memoryIsThere(TappedBio tapped, Bio bio, String when) {
    int vecs = bio.vecCount();
    tally.add(Comparison.FRAMES, vecs);
    for (int vec = 0; vec < vecs; vec++) {
      long address = bio.vecAddress(vec);
      long end = address + bio.vecLength(vec);
      if (!memory.isAllocated(address, end)) {
        String frame = " in frame " + lostFrame(address) + ", which was given back";
        fail(tapped, when + " with vector " + vec + frame);
        return;
      }
    }
  }

  /** The first frame from an address on that is not there. */
  private long lostFrame(long address) {
    long page = address;
    while (memory.isAllocated(page)) {
      page += Sizes.PAGE;
    }
    return page / Sizes.PAGE;
  }

  private void fail(TappedBio tapped, String what) {
    failures.add(
        Check.LIFETIME,
        "a bio of " + failures.nameOf(tapped.call()) + " " + what,
        FailureLocation.of(tapped));
  }
}
