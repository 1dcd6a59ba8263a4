// What all parts of the page's script share: its data, numbers as text, colours, what is selected.
window.dmio = (function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent);

  // Numbers that grow are written as steps.
  function sum(steps) {
    for (var i = 1; i < steps.length; i++) { steps[i] += steps[i - 1]; }
  }

  ["bio", "call", "q", "first", "bad"].forEach(function (name) { sum(data.bars[name]); });
  ["moments", "bioMoments", "callMoments"].forEach(function (name) { sum(data[name].t); });
  data.grids.of.forEach(function (grid) { sum(grid.cell); });

  // By the bar's number, for those that did not end well.
  data.bars.status = {};
  data.bars.bad.forEach(function (bar, i) {
    data.bars.status[bar] = data.bars.statuses[data.bars.badStatus[i]];
  });

  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  // "1.25us"; as many digits as tell a thousandth of what is shown apart.
  function time(nanos, span) {
    var units = [[1e9, "s"], [1e6, "ms"], [1e3, "us"]];
    var shown = typeof span === "number" ? span : dmio.view.to - dmio.view.from;
    for (var i = 0; i < units.length; i++) {
      if (Math.abs(nanos) >= units[i][0]) {
        var more = Math.ceil(Math.log10(units[i][0] / Math.max(1, shown)));
        var digits = Math.min(9 - 3 * i, 3 + Math.max(0, more));
        return Number((nanos / units[i][0]).toFixed(digits)) + units[i][1];
      }
    }
    return Math.round(nanos) + "ns";
  }

  // To the nanosecond.
  function exact(nanos) { return time(nanos, 1); }

  // As --window takes it: a whole number of the largest unit.
  function whole(nanos) {
    var units = [[1e9, "s"], [1e6, "ms"], [1e3, "us"]];
    for (var i = 0; i < units.length; i++) {
      if (nanos > 0 && nanos % units[i][0] === 0) { return nanos / units[i][0] + units[i][1]; }
    }
    return Math.round(nanos) + "ns";
  }

  function text(value) {
    return String(value).replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; });
  }

  function sectors(first, count) {
    if (count === 0) { return "no data"; }
    return count === 1 ? "sector " + first : "sectors " + first + "-" + (first + count - 1);
  }

  function count(number, noun) { return number + " " + noun + (number === 1 ? "" : "s"); }

  function sectorsOf(bar) {
    return sectors(data.bars.sector[bar], Math.ceil(data.bars.bytes[bar] / 512));
  }

  // A pattern of slanted lines, for what must not be told by its colour alone.
  function hatch(stroke, ground, step, back) {
    var canvas = document.createElement("canvas"), ratio = window.devicePixelRatio || 1;
    canvas.width = canvas.height = step * ratio;
    var g = canvas.getContext("2d");
    g.scale(ratio, ratio);
    if (ground) { g.fillStyle = ground; g.fillRect(0, 0, step, step); }
    g.strokeStyle = stroke;
    g.lineWidth = 1.6;
    g.beginPath();
    for (var i = -1; i <= 1; i++) {
      g.moveTo(i * step - 1, back ? -1 : step + 1);
      g.lineTo((i + 1) * step + 1, back ? step + 1 : -1);
    }
    g.stroke();
    return { image: canvas, repeat: "repeat", scaleX: 1 / ratio, scaleY: 1 / ratio };
  }

  function ruleIndex(number) { return data.ruleNumbers.indexOf(number); }

  function ruleName(number) {
    var i = ruleIndex(number);
    return i < 0 ? "rule " + number : data.ruleNames[i];
  }

  function ruleLine(number) {
    var i = ruleIndex(number);
    return i < 0 ? 0 : data.ruleLines[i];
  }

  // What its author says of a rule; empty if nothing.
  function ruleReason(number) {
    var i = ruleIndex(number);
    return i < 0 ? "" : data.ruleReasons[i];
  }

  // The line of the scenario where the rule begins.
  function ruleText(number) {
    var line = document.querySelector("#L" + ruleLine(number) + " code");
    return line ? line.textContent.trim() : "";
  }

  function byId(id) { return document.getElementById(id); }

  var listeners = {};

  return {
    data: data, color: color, time: time, exact: exact, whole: whole, text: text, count: count,
    sectors: sectors, sectorsOf: sectorsOf, hatch: hatch, ruleName: ruleName, ruleLine: ruleLine,
    ruleReason: ruleReason, ruleText: ruleText, byId: byId,
    kinds: ["read", "write", "flush", "discard or write-zeroes"],
    view: { from: data.from, to: data.end },
    // The bar, fault or wait that is looked at: { kind, at }, or null.
    selected: null,
    on: function (name, listener) { (listeners[name] = listeners[name] || []).push(listener); },
    tell: function (name) { (listeners[name] || []).forEach(function (listen) { listen(); }); }
  };
})();
var dmio = window.dmio;
