// The lanes of the timeline: faults on top, then a lane a device, then a lane a pool that calls
// waited for. Every function that draws is ECharts' renderItem; the first value is the lane.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars, columns = data.columns, waits = data.waits;
  var FAULTS = data.faults.t.length > 0 ? 1 : 0, TALLEST = 26, MOST_SLOTS = 64;

  // The lowest row that is free, for waits that overlap.
  var free = {};
  var waitSlots = waits.t.map(function (t, i) {
    var lane = free[waits.pool[i]] = free[waits.pool[i]] || [];
    var slot = 0;
    while (slot < lane.length && lane[slot] > t) { slot++; }
    lane[slot] = t + waits.took[i];
    return slot;
  });
  var waiting = data.pools.map(function (pool, i) { return i; })
    .filter(function (i) { return free[i] !== undefined; });

  var names = (FAULTS ? ["faults"] : []).concat(data.devices, waiting.map(function (i) {
    return "wait for\n" + data.pools[i].name.replace(/^.*\./, "").replace(/s$/, "");
  }));

  function slotsOf(lane) {
    if (lane < FAULTS) { return 1; }
    var device = lane - FAULTS;
    var rows = device < data.devices.length ? data.slots[device]
      : free[waiting[device - data.devices.length]].length;
    return Math.max(1, Math.min(MOST_SLOTS, rows));
  }

  var heights = names.map(function (name, lane) {
    if (lane < FAULTS) { return 40; }
    if (columns.from.length > 0 && lane - FAULTS < data.devices.length) { return 96; }
    return Math.max(48, Math.min(150, slotsOf(lane) * 9 + 14));
  });

  // Lanes are of different height: their axis counts pixels, downwards.
  var tops = [], total = 0;
  heights.forEach(function (height) { tops.push(total); total += height; });
  total = Math.max(total, 60);

  function place(api, params, lane, slot) {
    var rows = slotsOf(lane), room = heights[lane] - 8;
    var step = Math.min(TALLEST, room / rows);
    var top = params.coordSys.y + tops[lane] + 4 + (room - step * rows) / 2;
    return { y: top + Math.min(slot, rows - 1) * step, height: Math.max(1, step - (step > 4 ? 1 : 0)) };
  }

  function clip(params, x, y, width, height) {
    return window.echarts.graphic.clipRectByRect(
      { x: x, y: y, width: width, height: height }, params.coordSys);
  }

  // What is drawn again replaces all of what was there.
  function group(shapes) {
    return shapes.length === 0 ? null : { type: "group", children: shapes, $mergeChildren: false };
  }

  function cross(x, y, r) {
    return {
      type: "path", z2: 10,
      shape: { pathData: "M" + (x - r) + " " + (y - r) + "L" + (x + r) + " " + (y + r)
        + "M" + (x - r) + " " + (y + r) + "L" + (x + r) + " " + (y - r) },
      style: { fill: "none", stroke: dmio.color("ink"), lineWidth: 2 }
    };
  }

  function frame(rect) {
    return { type: "rect", silent: true,
      shape: { x: rect.x - 3, y: rect.y - 3, width: rect.width + 6, height: rect.height + 6, r: 3 },
      style: { fill: "none", stroke: dmio.color("ink"), lineWidth: 2.5 } };
  }

  var paint = {};

  // Patterns are made once for each look of the page.
  function prepare() {
    ["read", "write", "flush", "other", "bad"].forEach(function (name) {
      var ink = dmio.color(name);
      paint[name] = ink;
      paint[name + "-wait"] = dmio.hatch(ink, null, 7, false);
    });
    paint.failed = dmio.hatch(dmio.color("on"), dmio.color("bad"), 9, true);
    paint.waits = dmio.hatch(dmio.color("soft"), null, 7, false);
  }

  function look(i) {
    return bars.status[i] !== undefined ? "bad" : ["read", "write", "flush", "other"][bars.kind[i]];
  }

  // Values: lane, submitted, served from, ended, number of the bar.
  function drawBar(params, api) {
    var i = api.value(4);
    if (!isDrawn(i)) { return null; }
    var at = place(api, params, api.value(0), bars.slot[i]);
    var x0 = api.coord([api.value(1), 0])[0], x1 = api.coord([api.value(2), 0])[0];
    var x2 = Math.max(api.coord([api.value(3), 0])[0], x0 + 2);
    var name = look(i), shapes = [];
    var held = x1 > x0 && clip(params, x0, at.y, x1 - x0, at.height);
    if (held) {
      shapes.push({ type: "rect", shape: held, style: { fill: paint[name + "-wait"],
        stroke: paint[name], lineWidth: at.height > 5 ? 1 : 0 } });
    }
    var served = clip(params, x1, at.y, Math.max(x2 - x1, 2), at.height);
    if (served) {
      var fill = name === "bad" && at.height > 5 ? paint.failed : paint[name];
      shapes.push({ type: "rect", shape: served, style: { fill: fill } });
      var words = label(i, served);
      if (words) { shapes.push(words); }
    }
    var ended = name === "bad" && bars.q[i] + bars.c[i] <= data.end;
    if (ended && x2 >= params.coordSys.x && x2 <= params.coordSys.x + params.coordSys.width) {
      shapes.push(cross(x2, at.y + at.height / 2, Math.max(4, Math.min(7, at.height / 2))));
    }
    return group(shapes);
  }

  // Bars that are wide enough are named, failed ones with their status.
  function label(i, rect) {
    var status = bars.status[i];
    var name = data.calls[bars.call[i]] + ", region " + bars.region[i] + (status ? ": " + status : "");
    var width = name.length * 7.2 + 12;
    if (rect.height < 15 || rect.width < width) { return null; }
    var dark = status || bars.kind[i] === 0;
    var style = { text: name, x: rect.x + 6, y: rect.y + rect.height / 2, verticalAlign: "middle",
      fontSize: 12, fill: dark ? dmio.color("on-dark") : "#16202a" };
    if (status) { style.backgroundColor = dmio.color("bad"); style.padding = [2, 4]; }
    return { type: "text", silent: true, style: style };
  }

  var mostBusy = [];
  columns.device.forEach(function (device, i) {
    mostBusy[device] = Math.max(mostBusy[device] || 1, columns.mean[i]);
  });

  // Where columns stand for bios, single ones are drawn when there is room for them.
  function near() {
    return columns.from.length === 0 || dmio.view.to - dmio.view.from < columns.width * 60;
  }

  var failedBars = Object.keys(bars.status).length;

  function isDrawn(i) { return near() || (bars.status[i] !== undefined && failedBars <= 5000); }

  // Values: lane, from, to, number of the column.
  function drawColumn(params, api) {
    var i = api.value(3), lane = api.value(0);
    var x0 = api.coord([api.value(1), 0])[0], x1 = api.coord([api.value(2), 0])[0];
    var most = heights[lane] - 18, top = params.coordSys.y + tops[lane] + 4;
    var height = Math.max(1, most * columns.mean[i] / mostBusy[columns.device[i]]);
    var width = Math.max(1, x1 - x0), shapes = [];
    var busy = clip(params, x0, top + most - height, width, height);
    if (busy) {
      shapes.push({ type: "rect", shape: busy,
        style: { fill: dmio.color("write"), opacity: near() ? 0.2 : 1 } });
    }
    var bad = columns.failed[i] > 0 && clip(params, x0, top + most + 2, Math.max(2, width), 7);
    if (bad) { shapes.push({ type: "rect", shape: bad, style: { fill: dmio.color("bad") } }); }
    return group(shapes);
  }

  // Values: lane, from, to, number of the wait.
  function drawWait(params, api) {
    var i = api.value(3), at = place(api, params, api.value(0), waitSlots[i]);
    var x0 = api.coord([api.value(1), 0])[0], x1 = api.coord([api.value(2), 0])[0];
    var rect = clip(params, x0, at.y, Math.max(2, x1 - x0), at.height);
    if (!rect) { return null; }
    var shapes = [{ type: "rect", shape: rect, style: { fill: paint.waits,
      stroke: dmio.color("soft"), lineWidth: at.height > 5 ? 1 : 0 } }];
    return group(shapes);
  }

  var named = { view: "", to: 0 };

  // The rule of a fault, and its reason where there is room before the next one.
  function caption(i, params, api, x) {
    var rule = data.faults.rule[i], name = dmio.ruleName(rule), reason = dmio.ruleReason(rule);
    var next = i + 1 < data.faults.t.length ? api.coord([data.faults.t[i + 1], 0])[0] : Infinity;
    var end = Math.min(next, params.coordSys.x + params.coordSys.width);
    var both = name + ": " + reason;
    return reason && x + 28 + both.length * 7 < end ? both : name;
  }

  // Values: lane, time, number of the fault. Labels are left out where they would meet.
  function drawFault(params, api) {
    var i = api.value(2), x = api.coord([api.value(1), 0])[0];
    if (params.dataIndexInside === 0) { named.to = -Infinity; }
    if (x < params.coordSys.x - 1 || x > params.coordSys.x + params.coordSys.width + 1) { return null; }
    var y = params.coordSys.y + 20, onset = data.faults.bio[i] < 0;
    var shapes = [{ type: "path",
      shape: { pathData: "M" + (x - 7) + " " + (y - 9) + "L" + (x + 7) + " " + (y - 9) + "L" + x + " " + (y + 5) + "Z" },
      style: { fill: onset ? dmio.color("ground") : dmio.color("bad"), stroke: dmio.color("bad"), lineWidth: 2 } }];
    var name = caption(i, params, api, x), width = name.length * 7 + 16;
    var left = x + 12 + width > params.coordSys.x + params.coordSys.width;
    if (x - (left ? width : 0) > named.to) {
      named.to = x + (left ? 10 : 12 + width);
      shapes.push({ type: "text", silent: true, style: { text: name, x: left ? x - 12 : x + 12, y: y - 2,
        align: left ? "right" : "left", verticalAlign: "middle", fontSize: 12.5, fill: dmio.color("bad") } });
    }
    return group(shapes);
  }

  // Values: lane, from, to, slot.
  function drawSelected(params, api) {
    var at = api.value(0) < FAULTS ? { y: params.coordSys.y + 11, height: 14 }
      : place(api, params, api.value(0), api.value(3));
    var x0 = api.coord([api.value(1), 0])[0], x1 = Math.max(x0 + 2, api.coord([api.value(2), 0])[0]);
    var rect = api.value(0) < FAULTS ? { x: x0 - 7, y: at.y, width: 14, height: at.height }
      : clip(params, x0, at.y, x1 - x0, at.height);
    return rect ? frame(rect) : null;
  }

  function selectedItems() {
    var one = dmio.selected;
    if (one === null) { return []; }
    var item = items[one.kind]()[one.at];
    var slot = one.kind === "bar" ? bars.slot[one.at] : one.kind === "wait" ? waitSlots[one.at] : 0;
    return [one.kind === "fault" ? [0, item[1], item[1], 0]
      : [item[0], item[1], one.kind === "bar" ? item[3] : item[2], slot]];
  }

  dmio.lanes = {
    names: names, tops: tops, heights: heights, total: total, prepare: prepare, near: near,
    drawBar: drawBar, drawColumn: drawColumn, drawWait: drawWait, drawFault: drawFault,
    drawSelected: drawSelected, selectedItems: selectedItems,
    barItems: function () {
      return bars.bio.map(function (bio, i) {
        var q = bars.q[i];
        return [FAULTS + bars.device[i], q, q + bars.d[i], Math.min(data.end, q + bars.c[i]), i];
      });
    },
    columnItems: function () {
      return columns.from.map(function (from, i) {
        return [FAULTS + columns.device[i], from, Math.min(data.end, from + columns.width), i];
      });
    },
    waitItems: function () {
      return waits.t.map(function (t, i) {
        var lane = FAULTS + data.devices.length + waiting.indexOf(waits.pool[i]);
        return [lane, t, Math.min(data.end, t + waits.took[i]), i];
      });
    },
    faultItems: function () {
      return data.faults.t.map(function (t, i) { return [0, Math.max(t, data.from), i]; });
    }
  };
  var items = { bar: dmio.lanes.barItems, wait: dmio.lanes.waitItems, fault: dmio.lanes.faultItems };
})();
