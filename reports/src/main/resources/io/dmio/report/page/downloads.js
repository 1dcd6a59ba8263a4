// What the page has, as files; made in the page, so that no network is needed.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars;
  var name = (data.scenario + "-" + data.seed).replace(/[^A-Za-z0-9._-]+/g, "-");

  function quote(value) {
    var words = String(value);
    return /[",\n]/.test(words) ? '"' + words.replace(/"/g, '""') + '"' : words;
  }

  function csv(rows) { return rows.map(function (row) { return row.map(quote).join(","); }).join("\n") + "\n"; }

  function table(id) {
    return csv(Array.prototype.map.call(dmio.byId(id).rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) { return cell.textContent.trim(); });
    }));
  }

  function bios() {
    return csv([["bio", "call", "region", "device", "op", "sector", "bytes", "submit_ns", "issue_ns", "end_ns", "status",
      "submit_event", "end_event"]].concat(bars.bio.map(function (bio, i) {
      var ended = bars.last[i] > 0;
      return [bio, data.calls[bars.call[i]], bars.region[i], data.devices[bars.device[i]], dmio.kinds[bars.kind[i]], bars.sector[i],
        bars.bytes[i], bars.q[i], bars.q[i] + bars.d[i], ended ? bars.q[i] + bars.c[i] : "", bars.status[i] || "OK",
        bars.first[i], ended ? bars.first[i] + bars.last[i] : ""];
    })));
  }

  var MAKERS = {
    "bios.csv": bios,
    "calls.csv": function () { return table("calls"); },
    "latency.csv": function () { return table("percentiles"); },
    "devices.csv": function () { return table("iostat"); },
    "page.json": function () { return dmio.byId("data").textContent; }
  };

  function save(what) {
    var type = /json$/.test(what) ? "application/json" : "text/csv";
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([MAKERS[what]()], { type: type }));
    link.download = name + "-" + what;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  dmio.files = MAKERS;
  document.querySelectorAll("[data-save]").forEach(function (button) {
    button.addEventListener("click", function () { save(button.getAttribute("data-save")); });
  });
})();
