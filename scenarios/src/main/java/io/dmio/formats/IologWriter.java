package io.dmio.formats;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes an iolog of fio, version 3. Its first time is 1 microsecond, since fio leaves out the
 * delay after a time of 0.
 */
public final class IologWriter {

  private IologWriter() {}

  /** Writes requests; their devices are the files. */
  public static void write(Writer out, List<TraceRequest> requests) throws IOException {
    out.write("fio version 3 iolog\n");
    List<String> files = requests.stream().map(TraceRequest::device).distinct().toList();
    for (String file : files) {
      out.write("1 " + file + " add\n1 " + file + " open\n");
    }
    long last = 1;
    for (TraceRequest request : requests) {
      last = 1 + request.nanos() / 1_000;
      out.write(last + " " + request.device() + " " + action(request) + "\n");
    }
    for (String file : files) {
      out.write(last + " " + file + " close\n");
    }
  }

  private static String action(TraceRequest request) {
    String extent = " " + request.offset() + " " + request.bytes();
    return switch (request.op()) {
      case READ -> "read" + extent;
      case WRITE -> "write" + extent;
      case DISCARD -> "trim" + extent;
      case FLUSH -> "datasync 0 0";
    };
  }
}
