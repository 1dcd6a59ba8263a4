package io.dmio.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dmio.block.Bio;
import io.dmio.block.BlockDevice;
import io.dmio.block.RequestFlag;
import io.dmio.engine.ErrorBits;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.engine.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** One operation of a case, and what is observed of it. */
final class CaseOp implements IoCallback {

  private final CaseBuffer buffer;
  private final boolean sync;
  private final boolean bitsPointer;
  private final boolean timed;
  private final IntSupplier callbackOrder;
  private final List<ObjectNode> bios = new ArrayList<>();
  private final ObjectNode callbacks = JsonNodeFactory.instance.objectNode();
  private @Nullable IoReturn result;
  private int callbackCount;
  private int ended;
  private boolean inside;
  private byte @Nullable [] after;

  private enum Mode {
    SYNC,
    ASYNC
  }

  /**
   * Makes an operation.
   *
   * @param timed whether the recording has the order of ends and whether callbacks came inline
   * @param callbackOrder the next number among the callbacks of the case
   */
  CaseOp(JsonNode spec, CaseBuffer buffer, boolean timed, IntSupplier callbackOrder) {
    this.buffer = buffer;
    this.sync = CaseWords.find("ops.mode", Mode.values(), spec.path("mode").asText()) == Mode.SYNC;
    this.bitsPointer = spec.path("error_bits_pointer").asBoolean(true);
    this.timed = timed;
    this.callbackOrder = callbackOrder;
  }

  /** The call is about to be made. */
  void begin() {
    inside = true;
  }

  /** The function has returned to its caller, who may be waiting for more. */
  void leave() {
    inside = false;
  }

  /** Whether the call has returned. */
  boolean hasReturned() {
    return result != null;
  }

  /** As a poll sees it: synchronous calls that were made are done, others after their callback. */
  int polled() {
    return !isUnknown() && (sync || callbackCount > 0) ? 1 : 0;
  }

  /** Keeps what the buffer holds now, if the call is over and that was not done before. */
  void keepBuffer() {
    if (after == null && (isUnknown() || polled() == 1)) {
      after = buffer.now();
    }
  }

  /** Whether it was refused for its memory's type, in which case there is no callback. */
  private boolean isUnknown() {
    return result != null && result.refusal() == Refusal.MEMORY_TYPE;
  }

  boolean isSync() {
    return sync;
  }

  /** Notes a bio on its way to a device. */
  void submitted(Bio bio, BlockDevice device) {
    if (bios.size() == CaseBounds.MOST_BIOS) {
      throw new CaseException("ops.bios", "more than " + CaseBounds.MOST_BIOS + " bios");
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("region", bio.ownerIndex()).put("device", device.name());
    node.put("op", CaseWords.of(bio.op())).put("sector", bio.sector()).put("bytes", bio.bytes());
    node.put("vecs", bio.vecCount()).put("max_vecs", bio.capacity());
    ArrayNode flags = node.putArray("flags");
    RequestFlag.listOf(bio.flags()).forEach(flag -> flags.add(CaseWords.of(flag)));
    if (bio.ioPriority() != 0) {
      node.put("ioprio", bio.ioPriority());
    }
    bio.observe(ending -> ended(ending, node));
    bios.add(node);
  }

  private void ended(Bio bio, ObjectNode node) {
    node.put("status", bio.status().name());
    if (timed) {
      node.put("end_order", ended);
    }
    ended++;
    node.put("residual", bio.residual());
  }

  @Override
  public void returned(IoRequest request, IoReturn returned) {
    result = returned;
  }

  @Override
  public void notified(IoRequest request, long bits) {
    callbackCount++;
    callbacks.put("error_bits", ErrorBits.hex(bits)).put("order", callbackOrder.getAsInt());
    if (timed) {
      callbacks.put("inline", inside);
    }
  }

  /** All that was observed, in the recording's form. */
  ObjectNode observed() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    IoReturn got = result;
    if (got == null) {
      throw new CaseException("ops", "the call did not return");
    }
    node.put("ret", got.errno().value());
    boolean written = sync && got.bitsWritten() && bitsPointer;
    node.put("error_bits", written ? ErrorBits.hex(got.bits()) : null);
    if (!sync) {
      node.set("callbacks", callbacks.put("count", callbackCount));
    }
    node.put("warn", got.refusal() == Refusal.MULTI_REGION_READ);
    byte[] now = after == null ? buffer.now() : after;
    node.put("buffer_sha256", Contents.sha256(now));
    node.put("classes", Contents.classes(buffer.before(), now));
    node.put("guard_ok", buffer.guardHolds());
    ArrayNode list = node.putArray("bios");
    bios.forEach(list::add);
    return node;
  }
}
