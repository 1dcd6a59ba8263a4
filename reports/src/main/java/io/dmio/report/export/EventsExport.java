package io.dmio.report.export;

import io.dmio.report.page.Json;
import io.dmio.sim.EventKind;
import io.dmio.sim.EventLog;
import io.dmio.testbed.Names;
import io.dmio.testbed.RunResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Every record of the event log as an object of JSON. */
public final class EventsExport {

  private final RunResult result;

  public EventsExport(RunResult result) {
    this.result = result;
  }

  public void writeTo(Writer out) throws IOException {
    EventLog log = result.log();
    for (long record = log.first(); record < log.count(); record++) {
      out.append(line(log, record).toString()).append('\n');
    }
  }

  private Json line(EventLog log, long record) {
    EventKind kind = log.kind(record);
    int subject = log.subject(record);
    Json json = new Json().open('{').key("json").value(1).key("event").value(record);
    json.key("virtualTimeNs").value(log.time(record));
    json.key("kind").value(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    json.key("subject").value(subject);
    String name = nameOf(kind, subject);
    if (!name.isEmpty()) {
      json.key("name").value(name);
    }
    json.key("detail").value(log.detail(record));
    json.key("a").value(log.a(record)).key("b").value(log.b(record));
    return json.key("c").value(log.c(record)).close('}');
  }

  private String nameOf(EventKind kind, int subject) {
    Names names = result.names();
    if (subject < 0) {
      return "";
    }
    return switch (kind) {
      case TASK_START, TASK_END, STEP, MARK -> names.task(subject);
      case CALL, REFUSE, RETURN, NOTIFY, WARN -> names.call(subject);
      case FAULT, HEAL -> names.rule(subject);
      case POOL_TAKE, POOL_GIVE, POOL_WAIT, POOL_FAIL, POOL_RESIZE -> names.pool(subject);
      case PLUG, POWER, SURVIVE, PHASE -> names.device(subject);
      case ACTION -> names.event(subject);
      default -> "";
    };
  }
}
