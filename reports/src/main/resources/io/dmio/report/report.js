(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);
  var bars = data.bars, columns = data.columns;
  var root = document.getElementById("chart");
  var chart = null;

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  var marks = window.dmioMarks(data.marks, color, text);

  // "1.25us"; as many digits as tell a thousandth of what is shown apart.
  function time(nanos) {
    var units = [[1e9, "s"], [1e6, "ms"], [1e3, "us"]];
    for (var i = 0; i < units.length; i++) {
      if (Math.abs(nanos) >= units[i][0]) {
        var more = Math.ceil(Math.log10(units[i][0] / (data.end - data.from)));
        return Number((nanos / units[i][0]).toFixed(Math.min(9, 3 + Math.max(0, more))))
          + units[i][1];
      }
    }
    return Math.round(nanos) + "ns";
  }

  function text(value) {
    return String(value).replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; });
  }

  function sectors(first, bytes) {
    var count = Math.ceil(bytes / 512);
    if (count === 0) { return "no data"; }
    return count === 1 ? "sector " + first : "sectors " + first + "-" + (first + count - 1);
  }

  var KINDS = ["read", "write", "flush, discard or write-zeroes"];

  function barTip(i) {
    var status = bars.status[i];
    return "<b>" + text(data.calls[bars.call[i]]) + "</b> region " + bars.region[i]
      + ", " + KINDS[bars.kind[i]] + "<br>bio " + bars.bio[i] + " on "
      + text(data.devices[bars.device[i]]) + ", " + sectors(bars.sector[i], bars.bytes[i])
      + "<br>submitted " + time(bars.q[i]) + ", took " + time(bars.c[i])
      + (bars.d[i] > 0 ? " (waited " + time(bars.d[i]) + ")" : "")
      + (status ? "<br><b>" + text(status) + "</b>" : "");
  }

  function columnTip(i) {
    return "<b>" + text(data.devices[columns.device[i]]) + "</b> from " + time(columns.from[i])
      + "<br>" + columns.bios[i] + " bios " + (early(i) ? "there already or " : "") + "submitted, " + columns.failed[i] + " of them failed"
      + "<br>" + (columns.mean[i] / 1000) + " at once on average, longest " + time(columns.worst[i]);
  }

  // The first column of a window has the bios that were there before as well.
  function early(i) { return data.from > 0 && columns.from[i] === data.from; }

  function laneTop(api, device) {
    var center = api.coord([0, device])[1];
    var height = api.size([0, 1])[1];
    return { top: center - height / 2 + 3, height: height - 6 };
  }

  function clip(params, x, y, width, height) {
    return window.echarts.graphic.clipRectByRect(
      { x: x, y: y, width: width, height: height }, params.coordSys);
  }

  function drawBar(params, api) {
    var i = api.value(4), device = api.value(3);
    var lane = laneTop(api, device);
    var rows = Math.max(1, Math.min(64, data.slots[device]));
    var step = Math.min(26, lane.height / rows);
    var gap = step > 4 ? 1 : 0;
    var y = lane.top + (lane.height - step * rows) / 2 + Math.min(bars.slot[i], rows - 1) * step;
    var x0 = api.coord([api.value(0), device])[0];
    var x1 = api.coord([api.value(1), device])[0];
    var x2 = Math.max(api.coord([api.value(2), device])[0], x0 + 2);
    var failed = bars.status[i] !== undefined;
    var fill = failed ? color("bad") : color(["read", "write", "other"][bars.kind[i]]);
    var shapes = [];
    var waiting = clip(params, x0, y, x1 - x0, step - gap);
    if (x1 > x0 && waiting) {
      shapes.push({ type: "rect", shape: waiting, style: { fill: fill, opacity: 0.35 } });
    }
    var served = clip(params, x1, y, Math.max(x2 - x1, 2), step - gap);
    if (served) { shapes.push({ type: "rect", shape: served, style: { fill: fill } }); }
    var name = served && label(i, served);
    if (name) { shapes.push(name); }
    var ended = failed && bars.q[i] + bars.c[i] <= data.end;
    if (ended && x2 >= params.coordSys.x && x2 <= params.coordSys.x + params.coordSys.width) {
      shapes.push(cross(x2, y + (step - gap) / 2, Math.max(4, Math.min(7, step / 2))));
    }
    return { type: "group", children: shapes };
  }

  // Bars that are wide enough are named.
  function label(i, rect) {
    var name = data.calls[bars.call[i]] + ", region " + bars.region[i];
    if (rect.height < 15 || rect.width < name.length * 8 + 12) { return null; }
    var dark = bars.status[i] === undefined && bars.kind[i] === 0;
    return { type: "text", style: { text: name, x: rect.x + 6, y: rect.y + rect.height / 2,
      verticalAlign: "middle", fontSize: 12, fill: dark || bars.status[i] ? color("on") : "#16202a" } };
  }

  function cross(x, y, r) {
    return {
      type: "path", z2: 10,
      shape: { pathData: "M" + (x - r) + " " + (y - r) + "L" + (x + r) + " " + (y + r)
        + "M" + (x - r) + " " + (y + r) + "L" + (x + r) + " " + (y - r) },
      style: { fill: "none", stroke: color("ink"), lineWidth: 2 }
    };
  }

  var mostBusy = [];
  columns.device.forEach(function (device, i) {
    mostBusy[device] = Math.max(mostBusy[device] || 1, columns.mean[i]);
  });

  function drawColumn(params, api) {
    var i = api.value(2), device = api.value(3);
    var lane = laneTop(api, device);
    var x0 = api.coord([api.value(0), device])[0];
    var x1 = api.coord([api.value(1), device])[0];
    var most = lane.height - 8;
    var height = Math.max(1, most * columns.mean[i] / mostBusy[device]);
    var width = Math.max(1, x1 - x0);
    var shapes = [];
    var busy = clip(params, x0, lane.top + most - height, width, height);
    if (busy) { shapes.push({ type: "rect", shape: busy, style: { fill: color("write") } }); }
    var bad = columns.failed[i] > 0 && clip(params, x0, lane.top + most + 1, Math.max(2, width), 6);
    if (bad) { shapes.push({ type: "rect", shape: bad, style: { fill: color("bad") } }); }
    return { type: "group", children: shapes };
  }

  function barItems() {
    return bars.bio.map(function (bio, i) {
      var q = bars.q[i];
      return [q, q + bars.d[i], Math.min(data.end, q + bars.c[i]), bars.device[i], i];
    });
  }

  function columnItems() {
    return columns.from.map(function (from, i) {
      return [from, Math.min(data.end, from + columns.width), i, columns.device[i]];
    });
  }

  function steps(pool, values) {
    var points = pool.t.map(function (t, i) { return [t, values[i]]; });
    if (points.length > 0) { points.push([data.end, points[points.length - 1][1]]); }
    return points;
  }

  var pools = data.pools.filter(function (pool) { return pool.t.length > 0; });
  var POOL = 86, WAITERS = 56, GAP = 26;

  function line(name, points, grid, stroke, dash) {
    return {
      name: name, type: "line", step: "end", xAxisIndex: grid, yAxisIndex: grid, data: points,
      symbol: "none", animation: false, emphasis: { disabled: true },
      lineStyle: { color: stroke, width: 2, type: dash }, itemStyle: { color: stroke }
    };
  }

  function poolSeries() {
    var series = [];
    pools.forEach(function (pool, i) {
      var reserve = line("in reserve", steps(pool, pool.reserve), i + 1, color("read"), "solid");
      reserve.areaStyle = { color: color("read"), opacity: 0.15 };
      series.push(reserve);
      series.push(line("out", steps(pool, pool.out), i + 1, color("other"), [4, 3]));
      var waiters = line(pool.name + " waiting", steps(pool, pool.waiting), pools.length + 1,
        i % 2 === 0 ? color("bad") : color("good"), i % 2 === 0 ? "solid" : [6, 3]);
      waiters.areaStyle = { color: waiters.lineStyle.color, opacity: 0.2 };
      series.push(waiters);
    });
    return series;
  }

  function lanesHeight() {
    var rows = data.devices.map(function (name, d) {
      return Math.min(64, Math.max(1, data.slots[d]));
    });
    var most = Math.max.apply(null, rows.concat(1));
    var lane = columns.from.length > 0 ? 90 : Math.max(44, Math.min(150, most * 9 + 14));
    return Math.max(120, lane * Math.max(1, data.devices.length));
  }

  function timeAxis(grid, last) {
    return {
      type: "value", gridIndex: grid, min: data.from,
      max: data.from + (data.end - data.from) * 1.01,
      axisLabel: { show: last, formatter: time, color: color("soft"), hideOverlap: true,
        showMaxLabel: false, fontSize: 13 },
      axisLine: { lineStyle: { color: color("rule") } },
      splitLine: { lineStyle: { color: color("rule"), opacity: 0.5 } },
      name: last ? "virtual time" : "", nameLocation: "middle", nameGap: 28,
      nameTextStyle: { color: color("soft"), fontSize: 13 }
    };
  }

  function levelAxis(grid, name) {
    return {
      type: "value", gridIndex: grid, name: name, min: 0, minInterval: 1, splitNumber: 2,
      max: function (range) { return Math.max(1, Math.ceil(range.max * 1.05)); },
      nameLocation: "middle", nameGap: 58, nameRotate: 0,
      nameTextStyle: { color: color("ink"), fontSize: 13, lineHeight: 17, align: "center" },
      axisLabel: { color: color("soft"), fontSize: 12, showMaxLabel: false },
      splitLine: { lineStyle: { color: color("rule"), opacity: 0.5 } }
    };
  }

  function grids(lanes, labels) {
    var list = [{ left: 116, right: 20, top: 8 + labels, height: lanes }];
    var top = lanes + labels + 58;
    pools.forEach(function () {
      list.push({ left: 116, right: 20, top: top, height: POOL });
      top += POOL + GAP;
    });
    list.push({ left: 116, right: 20, top: top, height: WAITERS });
    return list;
  }

  function tip(p) {
    if (p.componentType === "markLine") { return marks.tip(p); }
    if (p.seriesIndex === 0) { return columnTip(p.value[2]); }
    if (p.seriesIndex === 1) { return barTip(p.value[4]); }
    return text(p.seriesName) + ": " + p.value[1] + " at " + time(p.value[0]);
  }

  function options() {
    var lanes = lanesHeight();
    var rows = marks.rows(root.clientWidth - 136, data.from, data.end);
    var labels = marks.room(rows);
    var places = grids(lanes, labels);
    var all = places.map(function (place, i) { return i; });
    var last = places.length - 1;
    root.style.height = (places[last].top + WAITERS + 98) + "px";
    return {
      animation: false, backgroundColor: "transparent",
      textStyle: { color: color("ink"), fontSize: 13 },
      grid: places,
      xAxis: all.map(function (grid) { return timeAxis(grid, grid === last); }),
      yAxis: [
        { type: "category", gridIndex: 0, data: data.devices, inverse: true,
          axisLabel: { color: color("ink"), fontSize: 15, fontWeight: "bold" },
          axisTick: { show: false }, axisLine: { lineStyle: { color: color("rule") } },
          splitLine: { show: true, lineStyle: { color: color("rule") } } }
      ].concat(pools.map(function (pool, i) {
        return levelAxis(i + 1, pool.name.replace(".", "\n"));
      }), [levelAxis(last, "callers\nwaiting")]),
      legend: { top: lanes + labels + 22, left: 110, textStyle: { color: color("soft"), fontSize: 14 },
        itemStyle: { opacity: 0 }, itemWidth: 30, itemHeight: 10, selectedMode: false,
        data: ["in reserve", "out"].concat(pools.map(function (pool) {
          return pool.name + " waiting";
        })) },
      tooltip: { trigger: "item", confine: true, backgroundColor: color("raised"),
        borderColor: color("rule"), textStyle: { color: color("ink"), fontSize: 14 },
        formatter: tip },
      dataZoom: [
        { type: "inside", xAxisIndex: all, filterMode: "none", minValueSpan: 10 },
        { type: "slider", xAxisIndex: all, filterMode: "none", minValueSpan: 10,
          bottom: 12, height: 26, labelFormatter: time, textStyle: { color: color("soft") },
          borderColor: color("rule"), showDataShadow: false }
      ],
      series: [
        { type: "custom", renderItem: drawColumn, progressive: 0, data: columnItems(), clip: true,
          encode: { x: [0, 1], y: 3 }, xAxisIndex: 0, yAxisIndex: 0 },
        { type: "custom", renderItem: drawBar, progressive: 0, data: barItems(), clip: true,
          encode: { x: [0, 1, 2], y: 3 }, xAxisIndex: 0, yAxisIndex: 0 }
      ].concat(poolSeries(), marks.series(rows, pools.length + 2))
    };
  }

  function draw() {
    if (chart) { chart.dispose(); }
    var drawing = options();
    chart = window.echarts.init(root, null, { renderer: "canvas" });
    chart.setOption(drawing);
    chart.on("click", function (p) {
      if (p.seriesIndex === 1) { go("bio-" + bars.bio[p.value[4]]); }
    });
  }

  function go(id) {
    if (document.getElementById(id)) { window.location.hash = id; }
  }

  // A link into closed details opens them first.
  function reveal() {
    var target = document.getElementById(window.location.hash.slice(1));
    var details = target && target.closest("details");
    if (details && !details.open) { details.open = true; target.scrollIntoView(); }
  }

  function copy() {
    var code = document.getElementById("replay");
    var button = document.getElementById("copy");
    function done() {
      button.textContent = "Copied";
      window.setTimeout(function () { button.textContent = "Copy"; }, 1500);
    }
    function select() {
      var selection = window.getSelection();
      selection.selectAllChildren(code);
      if (document.execCommand("copy")) { done(); }
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(code.textContent).then(done, select);
    } else {
      select();
    }
  }

  draw();
  reveal();
  window.addEventListener("hashchange", reveal);
  window.addEventListener("resize", function () { chart.resize(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  });
  document.getElementById("copy").addEventListener("click", copy);
  document.getElementById("whole").addEventListener("click", function () {
    chart.dispatchAction({ type: "dataZoom", start: 0, end: 100 });
  });
})();
