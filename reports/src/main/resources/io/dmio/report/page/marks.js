// Full-height marks of what was done to the world from outside. Takes the page's data and two
// functions: a colour of the page by its name, and a text with nothing in it that is markup.
window.dmioMarks = function (marks, color, text) {
  "use strict";
  var ROW = 17, MOST_ROWS = 4;

  // Each kind has a colour and a dash of its own.
  var STYLES = {
    crash: ["ink", "solid", 3], cut: ["bad", "solid", 2.5], offline: ["bad", [7, 4], 2],
    boot: ["good", "solid", 2.5], power: ["good", [7, 4], 2], online: ["good", [2, 3], 2],
    other: ["soft", [2, 3], 1.5]
  };

  function style(kind) { return STYLES[kind] || STYLES.other; }

  function width(label) { return label.length * 7 + 14; }

  // The row of each label above the lanes, so that none covers another; -1 where there is no room.
  function rows(pixels, from, end) {
    var free = [];
    return marks.map(function (mark) {
      var x = (mark.t - from) / Math.max(1, end - from) * pixels;
      for (var row = 0; row < MOST_ROWS; row++) {
        if ((free[row] || 0) <= x) {
          free[row] = x + width(mark.label);
          return row;
        }
      }
      return -1;
    });
  }

  // A line through one grid, with labels or without.
  function line(places) {
    return {
      silent: false, symbol: "none", animation: false,
      emphasis: { disabled: true },
      data: marks.map(function (mark, i) {
        var look = style(mark.kind), row = places ? places[i] : -1;
        return {
          xAxis: mark.t, name: mark.tip,
          lineStyle: { color: color(look[0]), type: look[1], width: look[2], opacity: 0.9 },
          label: {
            show: row >= 0, formatter: mark.label, position: "start", align: "left",
            distance: [0, 4 + row * ROW], color: color(look[0]), fontSize: 13, fontWeight: "bold"
          }
        };
      })
    };
  }

  return {
    rows: rows,
    // A series for each of so many grids, one below the other; the first has the labels.
    series: function (places, grids) {
      var list = [];
      for (var grid = 0; grid < grids && marks.length > 0; grid++) {
        list.push({ type: "line", xAxisIndex: grid, yAxisIndex: grid, data: [],
          markLine: line(grid === 0 ? places : null) });
      }
      return list;
    },
    tip: function (p) { return text(p.name); },
    // How much room the labels need above the lanes.
    room: function (places) { return places.length === 0 ? 0 : (Math.max.apply(null, places) + 1) * ROW + 4; }
  };
};
