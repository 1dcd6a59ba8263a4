// The timeline: lanes above, pools below, on one axis of virtual time.
(function () {
  "use strict";
  var data = dmio.data, lanes = dmio.lanes, color = dmio.color, root = dmio.byId("chart");
  var pools = data.pools.filter(function (pool) { return pool.t.length > 0; });
  var POOL = 86, WAITERS = 56, GAP = 26, LEFT = 116, RIGHT = 20, SHORTEST = 10;
  var marks = window.dmioMarks(data.marks, color, dmio.text);
  var chart = null, end = data.from + (data.end - data.from) * 1.01;

  function steps(pool, values) {
    var points = pool.t.map(function (t, i) { return [t, values[i]]; });
    if (points.length > 0) { points.push([data.end, points[points.length - 1][1]]); }
    return points;
  }

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

  function timeAxis(grid, last) {
    return {
      type: "value", gridIndex: grid, min: data.from, max: end, minInterval: 1,
      axisLabel: { show: last, formatter: function (t) { return dmio.time(t); }, color: color("soft"),
        hideOverlap: true, showMaxLabel: false, fontSize: 13 },
      axisLine: { onZero: false, lineStyle: { color: color("rule") } }, axisTick: { show: last },
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

  // Names that are too long for the margin keep their begin and their end.
  function short(name) {
    return name.split("\n").map(function (part) {
      return part.length <= 13 ? part : part.slice(0, 11) + "\u2026\n\u2026" + part.slice(-11);
    }).join("\n");
  }

  // The names of lanes and the lines between them.
  function laneNames(top) {
    var shapes = [];
    lanes.names.forEach(function (name, i) {
      var y = top + lanes.tops[i], device = lanes.heights[i] !== 40 && name.indexOf("\n") < 0;
      shapes.push({ type: "text", silent: true, style: { text: short(name), x: LEFT - 12, y: y + lanes.heights[i] / 2,
        align: "right", verticalAlign: "middle", fill: color(device ? "ink" : "soft"),
        lineHeight: 17, fontSize: device ? 15 : 13, fontWeight: device ? "bold" : "normal" } });
      if (i > 0) {
        shapes.push({ type: "line", silent: true, z: 0, shape: { x1: LEFT, y1: y, x2: root.clientWidth - RIGHT, y2: y },
          style: { stroke: color("rule"), lineWidth: 1 } });
      }
    });
    return shapes;
  }

  function grids(top) {
    var list = [{ left: LEFT, right: RIGHT, top: top, height: lanes.total }];
    var next = top + lanes.total + 50;
    pools.forEach(function () {
      list.push({ left: LEFT, right: RIGHT, top: next, height: POOL });
      next += POOL + GAP;
    });
    list.push({ left: LEFT, right: RIGHT, top: next, height: WAITERS });
    return list;
  }

  var TIPS = {
    columns: function (p) { return dmio.tips.column(p.value[3]); },
    bars: function (p) { return dmio.tips.bar(p.value[4]); },
    waits: function (p) { return dmio.tips.wait(p.value[3]); },
    faults: function (p) { return dmio.tips.fault(p.value[2]); }
  };

  function tip(p) {
    if (p.componentType === "markLine") { return marks.tip(p); }
    var known = TIPS[p.seriesId];
    return known ? known(p)
      : dmio.text(p.seriesName) + ": " + p.value[1] + " at " + dmio.time(p.value[0]);
  }

  function drawn(id, render, items, x) {
    return { id: id, type: "custom", renderItem: render, progressive: 0, data: items, clip: id !== "faults",
      encode: { x: x, y: [] }, xAxisIndex: 0, yAxisIndex: 0 };
  }

  function zooms(all) {
    return [
      { type: "inside", id: "inside", xAxisIndex: all, filterMode: "none", minValueSpan: SHORTEST,
        zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, preventDefaultMouseMove: false },
      { type: "slider", id: "slider", xAxisIndex: all, filterMode: "none", minValueSpan: SHORTEST,
        bottom: 12, height: 26, labelFormatter: function (t) { return dmio.time(t); },
        textStyle: { color: color("soft") }, borderColor: color("rule"), showDataShadow: false }
    ];
  }

  function options() {
    var rows = marks.rows(root.clientWidth - LEFT - RIGHT, data.from, data.end);
    var top = 8 + marks.room(rows), places = grids(top), last = places.length - 1;
    var all = places.map(function (place, i) { return i; });
    root.style.height = (places[last].top + WAITERS + 98) + "px";
    return {
      animation: false, backgroundColor: "transparent", aria: { enabled: false },
      textStyle: { color: color("ink"), fontSize: 13 },
      grid: places,
      graphic: laneNames(top),
      xAxis: all.map(function (grid) { return timeAxis(grid, grid === last); }),
      yAxis: [{ type: "value", gridIndex: 0, min: 0, max: lanes.total, inverse: true, show: false }]
        .concat(pools.map(function (pool, i) { return levelAxis(i + 1, short(pool.name.replace(".", "\n"))); }),
          [levelAxis(last, "callers\nwaiting")]),
      legend: { top: top + lanes.total + 12, left: LEFT - 6, textStyle: { color: color("soft"), fontSize: 14 },
        itemStyle: { opacity: 0 }, itemWidth: 30, itemHeight: 10, selectedMode: false,
        data: ["in reserve", "out"].concat(pools.map(function (pool) { return pool.name + " waiting"; })) },
      tooltip: { trigger: "item", confine: true, backgroundColor: color("raised"),
        borderColor: color("rule"), textStyle: { color: color("ink"), fontSize: 14 }, formatter: tip },
      dataZoom: zooms(all),
      series: [
        drawn("columns", lanes.drawColumn, lanes.columnItems(), [1, 2]),
        drawn("bars", lanes.drawBar, lanes.barItems(), [1, 2, 3]),
        drawn("waits", lanes.drawWait, lanes.waitItems(), [1, 2]),
        drawn("faults", lanes.drawFault, lanes.faultItems(), [1]),
        drawn("selected", lanes.drawSelected, lanes.selectedItems(), [1, 2])
      ].concat(poolSeries(), marks.series(rows, pools.length + 2))
    };
  }

  function draw() {
    if (chart) { chart.dispose(); }
    lanes.prepare();
    var drawing = options();
    chart = window.echarts.init(root, null, { renderer: "canvas" });
    chart.setOption(drawing);
    chart.on("click", function (p) {
      var at = { bars: p.value && p.value[4], waits: p.value && p.value[3], faults: p.value && p.value[2] }[p.seriesId];
      if (at !== undefined) { dmio.select(p.seriesId.slice(0, -1), at, false); }
    });
    chart.on("datazoom", zoomed);
    if (dmio.view.from > data.from || dmio.view.to < data.end) { zoom(dmio.view.from, dmio.view.to); }
  }

  function zoomed() {
    var now = chart.getOption().dataZoom[0];
    dmio.view.from = now.startValue;
    dmio.view.to = Math.min(data.end, now.endValue);
    dmio.tell("view");
  }

  function zoom(from, to) {
    var length = Math.max(SHORTEST, Math.min(end - data.from, to - from));
    var start = Math.max(data.from, Math.min(end - length, from));
    chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 0, startValue: start, endValue: start + length });
    chart.dispatchAction({ type: "dataZoom", dataZoomIndex: 1, startValue: start, endValue: start + length });
  }

  // Frames what is selected.
  function mark() {
    if (chart) { chart.setOption({ series: [{ id: "selected", data: lanes.selectedItems() }] }); }
  }

  dmio.timeline = {
    draw: draw, zoom: zoom, mark: mark,
    resize: function () { if (chart) { draw(); } },
    whole: function () { zoom(data.from, end); },
    // Moves by a share of what is shown, or makes it so many times as long.
    move: function (share) {
      var by = (dmio.view.to - dmio.view.from) * share;
      zoom(dmio.view.from + by, dmio.view.to + by);
    },
    scale: function (factor) {
      var middle = (dmio.view.from + dmio.view.to) / 2, half = (dmio.view.to - dmio.view.from) * factor / 2;
      zoom(middle - half, middle + half);
    }
  };
})();
