package io.dmio.testbed;

import io.dmio.block.Errno;
import io.dmio.block.RequestOp;
import io.dmio.engine.IoRegion;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import io.dmio.ledger.CallWatch;
import io.dmio.ledger.ObservedCall;
import io.dmio.workload.BufferContent;

/** Tells a listener what data a call has brought, at the moment in which its caller hears of it. */
final class DataFeed implements CallWatch {

  private final BufferContent buffers;
  private final DataWords words;
  private final RunListener listener;

  DataFeed(BufferContent buffers, DataWords words, RunListener listener) {
    this.buffers = buffers;
    this.words = words;
    this.listener = listener;
  }

  @Override
  public void returned(ObservedCall call, IoReturn result) {
    if (call.request().sync() && result.refusal() == null && result.errno() != Errno.EINTR) {
      tell(call.request());
    }
  }

  @Override
  public void notified(ObservedCall call, long bits) {
    IoReturn result = call.result();
    if (result == null || result.refusal() == null) {
      tell(call.request());
    }
  }

  private void tell(IoRequest request) {
    listener.callData(request.call(), data(request));
  }

  private String data(IoRequest request) {
    if (request.op() != RequestOp.READ) {
      return words.onMedia(request.call(), request.regions());
    }
    if (request.regions().isEmpty()) {
      return "";
    }
    IoRegion region = request.regions().get(0);
    return words.inBuffer(
        request.call(), region, buffers.read(request.memory(), Math.toIntExact(region.count())));
  }
}
