// The sector map: which sectors of a device were touched when, and which of them were bad or torn.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars, faults = data.faults;
  var choice = dmio.byId("mapped"), root = dmio.byId("map"), chart = null, paint = {};
  var HIT = 10;

  // Devices with trouble come first.
  function trouble(device) {
    var count = 0;
    faults.device.forEach(function (d) { count += d === device ? 1 : 0; });
    return count;
  }

  data.devices.forEach(function (name, device) {
    var option = document.createElement("option"), count = trouble(device);
    option.value = device;
    option.textContent = name + (count > 0 ? ", " + dmio.count(count, "fault") : "");
    choice.appendChild(option);
  });
  if (data.devices.length > 0) {
    choice.value = data.devices.map(function (name, d) { return [trouble(d), -d]; })
      .sort(function (a, b) { return b[0] - a[0] || b[1] - a[1]; })[0][1] * -1;
  }

  function grid(device) { return data.grids.of[device]; }

  function barItems(device) {
    var items = [];
    bars.bio.forEach(function (bio, i) {
      if (bars.device[i] === device && bars.bytes[i] > 0) {
        items.push([bars.q[i], Math.min(data.end, bars.q[i] + bars.c[i]), bars.sector[i],
          bars.sector[i] + Math.ceil(bars.bytes[i] / 512), i]);
      }
    });
    return items;
  }

  function cellItems(device) {
    var of = grid(device);
    if (!of) { return []; }
    return of.cell.map(function (cell, i) {
      var from = data.from + Math.floor(cell / data.grids.rows) * data.grids.width;
      var sector = of.first + cell % data.grids.rows * of.height;
      return [from, Math.min(data.end, from + data.grids.width), sector,
        Math.min(of.end, sector + of.height), i];
    });
  }

  // Onsets last until they are healed; hits are marks.
  function faultItems(device) {
    var items = [];
    faults.t.forEach(function (t, i) {
      if (faults.device[i] === device && faults.sectors[i] > 0) {
        var to = faults.bio[i] >= 0 ? t : faults.healed[i] >= 0 ? faults.healed[i] : data.end;
        items.push([Math.max(data.from, t), Math.min(data.end, to), faults.sector[i],
          faults.sector[i] + faults.sectors[i], i]);
      }
    });
    return items;
  }

  function rect(params, api, least) {
    var a = api.coord([api.value(0), api.value(2)]), b = api.coord([api.value(1), api.value(3)]);
    var width = Math.max(least, b[0] - a[0]), height = Math.max(least, Math.abs(b[1] - a[1]));
    return window.echarts.graphic.clipRectByRect(
      { x: a[0], y: Math.min(a[1], b[1]), width: width, height: height }, params.coordSys);
  }

  function drawBar(params, api) {
    var i = api.value(4), at = rect(params, api, 2.5);
    if (!at) { return null; }
    var bad = bars.status[i] !== undefined;
    var name = bad ? "bad" : ["read", "write", "flush", "other"][bars.kind[i]];
    return { type: "rect", shape: at, style: { fill: dmio.color(name), opacity: bad ? 1 : 0.75,
      stroke: dmio.color("ground"), lineWidth: at.height > 6 && at.width > 6 ? 0.5 : 0 } };
  }

  function drawCell(params, api) {
    var of = grid(Number(choice.value)), i = api.value(4), at = rect(params, api, 1);
    if (!at) { return null; }
    var share = of.bios[i] / Math.max.apply(null, of.bios), shapes = [{ type: "rect", shape: at,
      style: { fill: dmio.color("read"), opacity: 0.15 + 0.75 * share } }];
    if (of.failed[i] > 0) {
      shapes.push({ type: "rect", shape: { x: at.x, y: at.y, width: Math.max(3, at.width), height: Math.max(3, at.height) },
        style: { fill: paint.failed } });
    }
    return { type: "group", children: shapes, $mergeChildren: false };
  }

  function drawFault(params, api) {
    var i = api.value(4), hit = faults.bio[i] >= 0, at = rect(params, api, 3);
    if (!at) { return null; }
    if (!hit) {
      return { type: "rect", shape: at, style: { fill: paint.onset, stroke: dmio.color("bad"), lineWidth: 1 } };
    }
    var x = at.x, y = at.y + at.height / 2;
    return { type: "path", shape: { pathData: "M" + x + " " + (y - HIT) + "L" + (x + HIT) + " " + y + "L" + x + " " + (y + HIT)
      + "L" + (x - HIT) + " " + y + "Z" }, style: { fill: "none", stroke: dmio.color("ink"), lineWidth: 2.2 } };
  }

  function tip(p) {
    var i = p.value[4], of = grid(Number(choice.value));
    if (p.seriesId === "bars") { return dmio.tips.bar(i); }
    if (p.seriesId === "faults") { return dmio.tips.fault(i); }
    return dmio.sectors(p.value[2], p.value[3] - p.value[2]) + " from " + dmio.time(p.value[0])
      + "<br>" + dmio.count(of.bios[i], "bio") + ", " + of.failed[i] + " of them failed";
  }

  function extent(items) {
    var low = Infinity, high = -Infinity;
    items.forEach(function (item) { low = Math.min(low, item[2]); high = Math.max(high, item[3]); });
    return low > high ? [0, 1] : [Math.max(0, low - Math.ceil((high - low) * 0.02)), high + Math.ceil((high - low) * 0.02)];
  }

  function series(id, render, items) {
    return { id: id, type: "custom", renderItem: render, progressive: 0, data: items, clip: id !== "faults", encode: { x: [0, 1], y: [2, 3] } };
  }

  function draw() {
    if (chart) { chart.dispose(); chart = null; }
    if (data.devices.length === 0) { return; }
    paint.failed = dmio.hatch(dmio.color("on"), dmio.color("bad"), 9, true);
    paint.onset = dmio.hatch(dmio.color("bad"), null, 7, true);
    var device = Number(choice.value), cells = cellItems(device), single = barItems(device);
    var marks = faultItems(device), range = extent(cells.concat(single, single.length === 0 ? marks : []));
    chart = window.echarts.init(root, null, { renderer: "canvas" });
    chart.setOption({
      animation: false, backgroundColor: "transparent", textStyle: { color: dmio.color("ink") },
      grid: { left: 116, right: 60, top: 14, bottom: 46 },
      xAxis: { type: "value", min: dmio.view.from, max: dmio.view.to, minInterval: 1, name: "virtual time",
        nameLocation: "middle", nameGap: 28, nameTextStyle: { color: dmio.color("soft"), fontSize: 13 },
        axisLabel: { color: dmio.color("soft"), fontSize: 13, hideOverlap: true, showMaxLabel: false,
          formatter: function (t) { return dmio.time(t); } },
        axisLine: { onZero: false, lineStyle: { color: dmio.color("rule") } },
        splitLine: { lineStyle: { color: dmio.color("rule"), opacity: 0.5 } } },
      yAxis: { type: "value", min: range[0], max: range[1], minInterval: 1, inverse: true, name: "sector",
        nameLocation: "middle", nameGap: 84, nameTextStyle: { color: dmio.color("soft"), fontSize: 13 },
        axisLabel: { color: dmio.color("soft"), fontSize: 13, formatter: function (s) { return String(Math.round(s)); } },
        splitLine: { lineStyle: { color: dmio.color("rule"), opacity: 0.5 } } },
      tooltip: { trigger: "item", confine: true, backgroundColor: dmio.color("raised"), borderColor: dmio.color("rule"),
        textStyle: { color: dmio.color("ink"), fontSize: 14 }, formatter: tip },
      dataZoom: [{ type: "slider", yAxisIndex: 0, filterMode: "none", right: 10, width: 22, showDataShadow: false,
        minValueSpan: 4, textStyle: { color: dmio.color("soft") }, borderColor: dmio.color("rule"),
        labelFormatter: function (s) { return String(Math.round(s)); } }],
      series: [series("cells", drawCell, cells), series("bars", drawBar, single), series("faults", drawFault, marks)]
    });
    chart.on("click", function (p) {
      if (p.seriesId === "bars") { dmio.select("bar", p.value[4], false); }
      if (p.seriesId === "faults") { dmio.select("fault", p.value[4], false); }
    });
  }

  choice.addEventListener("change", draw);
  dmio.on("view", function () {
    if (chart) { chart.setOption({ xAxis: { min: dmio.view.from, max: dmio.view.to } }); }
  });
  dmio.map = { draw: draw };
})();
