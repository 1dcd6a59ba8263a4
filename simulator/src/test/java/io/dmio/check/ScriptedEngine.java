package io.dmio.check;

import io.dmio.engine.Dialect;
import io.dmio.engine.DmIo;
import io.dmio.engine.IoCallback;
import io.dmio.engine.IoRequest;
import io.dmio.engine.IoReturn;
import java.util.function.BiConsumer;

/** A dm-io that does what a test says, and gives one answer to every get and put. */
record ScriptedEngine(BiConsumer<IoRequest, IoCallback> script, IoReturn answer) implements DmIo {

  @Override
  public Dialect dialect() {
    return Dialect.CLASSIC;
  }

  @Override
  public IoReturn get(int pages) {
    return answer;
  }

  @Override
  public IoReturn put(int pages) {
    return answer;
  }

  @Override
  public void submit(IoRequest request, IoCallback callback) {
    script.accept(request, callback);
  }
}
