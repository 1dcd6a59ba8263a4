/**
 * The tap: what each call and its bios really did, between callers and dm-io, between dm-io and the
 * devices, and right before disks below tables and queues.
 *
 * <p>A new thing to follow goes here if more than one oracle needs it. Changes nothing and judges
 * nothing. Calls, bios and pieces of bios are reused objects with slot numbers, so that whoever
 * follows them keeps what it knows in tables of its own, by slot. Knows no oracle, no workload and
 * no fault. Confined to the one thread of its simulation.
 */
@NullMarked
package io.dmio.ledger;

import org.jspecify.annotations.NullMarked;
