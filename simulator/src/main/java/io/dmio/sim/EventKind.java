package io.dmio.sim;

/**
 * What a record of the {@link EventLog} tells, and what its fields mean.
 *
 * <p>Fields that are not named are 0. Calls, bios, tasks, devices, pools and rules are numbers; the
 * names that belong to them are in the run's result. New kinds go to the end, since the ordinal is
 * part of the fingerprint.
 */
public enum EventKind {
  /** A task begins: subject task. */
  TASK_START,
  /** A task is over: subject task. */
  TASK_END,
  /**
   * A task begins a step: subject task, detail index of the step in the task (or in the {@code
   * then} that runs), a call it makes or -1. A step inside a repetition has the repetition's index.
   */
  STEP,
  /** A mark is reached: subject task, detail number of the mark. */
  MARK,
  /**
   * A call is made: subject call, detail op | mode &lt;&lt; 8 (mode 0 sync, 1 async, and 2 more for
   * a bio past dm-io) | flags &lt;&lt; 16, a regions, b sectors of all.
   */
  CALL,
  /** A call is refused by a rule: subject call (-1 for a get or put), detail refusal. */
  REFUSE,
  /** A call returns: subject call, detail errno's value, a bits, b 1 if the bits were written. */
  RETURN,
  /** An asynchronous call is notified: subject call, a bits. */
  NOTIFY,
  /**
   * A bio goes to a device: subject bio, detail region &lt;&lt; 16 | device, a sector, b bytes, c
   * call.
   */
  SUBMIT,
  /**
   * A bio has ended: subject bio, detail status &lt;&lt; 16 | device, a sector, b residual, c call.
   */
  END,
  /**
   * A bio is cut out of a queue and served: subject bio, detail device, a slot, b waiting in the
   * queue, c its part (see {@link #REMAP}).
   */
  ISSUE,
  /** A bio has to wait in a device's queue: subject bio, detail device, a waiting, c its part. */
  QUEUE,
  /**
   * A rule's fault takes hold: subject rule, detail device, a first sector, b sectors, c bio. Of a
   * failing allocation detail is -1 and a the pool; c is -1 where no single bio is meant.
   */
  FAULT,
  /**
   * A rule's fault is over: subject rule, detail device, a first sector, b sectors. Of a failing
   * allocation detail is -1 and a the pool.
   */
  HEAL,
  /** An element is taken: subject pool, detail 1 if from the reserve, a out, b reserve. */
  POOL_TAKE,
  /** An element is given back: subject pool, detail 1 if to the reserve, a out, b reserve. */
  POOL_GIVE,
  /** Someone waits for an element: subject pool, a waiting, c call. */
  POOL_WAIT,
  /** An allocation fails: subject pool, a out, b reserve. */
  POOL_FAIL,
  /** A pool is made, resized or destroyed: subject pool, a min_nr before, b min_nr after. */
  POOL_RESIZE,
  /** A queue is plugged or unplugged: subject device, detail 1 if plugged, a waiting. */
  PLUG,
  /** A warning of the host, as the kernel's WARN: subject call, detail refusal. */
  WARN,
  /** Something is done to the world from outside: subject event of the scenario. */
  ACTION,
  /**
   * Power of a disk, or the path to it: subject device, detail 0 power is cut, 1 it returns, 2
   * offline, 3 online. At a cut a is what survives (none, all, random, prefix, each), at 0 and 2 b
   * is how many bios were in the disk, and at 0 c is 1 if their owner is gone and never hears of
   * them.
   */
  POWER,
  /**
   * What a run of sectors holds after a power cut, for all that might have held something else:
   * subject device, detail what survived (0 durable, 1 cached, 2 in flight, 3 nothing: unreadable),
   * a first sector, b sectors, c which of the allowed contents &lt;&lt; 32 | how many there were.
   */
  SURVIVE,
  /** The host dies: detail its boot, a calls that are lost, b bios that never end. */
  CRASH,
  /** The host boots again: detail its boot, from 2. */
  BOOT,
  /**
   * A stacked device sends a bio or a part of it on: subject bio, detail the stacked device
   * &lt;&lt; 16 | the device below, a sector there, b bytes &lt;&lt; 32 | number of this part, from
   * 1, c sector of the stacked device.
   */
  REMAP,
  /**
   * What a stacked device has sent on has ended: subject bio, detail status &lt;&lt; 16 | the
   * device below, a sector there, b residual, c number of the part.
   */
  PART_END,
  /**
   * A target goes down or comes up: subject its stacked device, detail 1 if it is up, a its line in
   * the table, from 0.
   */
  PHASE
}
