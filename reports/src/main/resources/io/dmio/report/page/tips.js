// What a pointer over the timeline is told.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars, columns = data.columns, text = dmio.text;

  // The first column of a window has the bios that were there before as well.
  function early(i) { return data.from > 0 && columns.from[i] === data.from; }

  function bar(i) {
    var status = bars.status[i];
    return "<b>" + text(data.calls[bars.call[i]]) + "</b> region " + bars.region[i]
      + ", " + dmio.kinds[bars.kind[i]] + "<br>" + (bars.part && bars.part[i] >= 0 ? "part of " : "") + "bio " + bars.bio[i] + " on "
      + text(data.devices[bars.device[i]]) + ", " + dmio.sectorsOf(i)
      + "<br>submitted " + dmio.time(bars.q[i]) + ", took " + dmio.time(bars.c[i])
      + (bars.d[i] > 0 ? " (waited " + dmio.time(bars.d[i]) + ")" : "")
      + (status ? "<br><b>" + text(status) + "</b>" : "");
  }

  function column(i) {
    return "<b>" + text(data.devices[columns.device[i]]) + "</b> from " + dmio.time(columns.from[i])
      + "<br>" + dmio.count(columns.bios[i], "bio") + " " + (early(i) ? "there already or " : "")
      + "submitted, " + columns.failed[i] + " of them failed"
      + "<br>" + (columns.mean[i] / 1000) + " at once on average, longest "
      + dmio.time(columns.worst[i]);
  }

  // What a fault does, in a few words.
  function effect(i) {
    var faults = data.faults, device = data.devices[faults.device[i]];
    var where = device === undefined ? "an allocation fails"
      : device + ", " + dmio.sectors(faults.sector[i], faults.sectors[i]);
    return where + (faults.bio[i] >= 0 ? ", hit bio " + faults.bio[i]
      : faults.healed[i] >= 0 ? ", until " + dmio.time(faults.healed[i]) : ", set in");
  }

  function fault(i) {
    var line = dmio.ruleLine(data.faults.rule[i]), reason = dmio.ruleReason(data.faults.rule[i]);
    return "<b>" + text(dmio.ruleName(data.faults.rule[i])) + "</b>"
      + (line > 0 ? " (line " + line + ")" : "") + " at " + dmio.time(data.faults.t[i])
      + (reason ? "<br>" + text(reason) : "") + "<br>" + text(effect(i)) + "<br><code>" + text(dmio.ruleText(data.faults.rule[i])) + "</code>";
  }

  function wait(i) {
    var waits = data.waits;
    return "<b>" + text(waits.name[i]) + "</b> waits for an element of "
      + text(data.pools[waits.pool[i]].name)
      + "<br>from " + dmio.time(waits.t[i]) + " for " + dmio.time(waits.took[i]);
  }

  dmio.tips = { bar: bar, column: column, fault: fault, wait: wait, effect: effect };
})();
