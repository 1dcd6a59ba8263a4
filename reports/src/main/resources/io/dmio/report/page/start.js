// Draws the page, and hears the reader.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars, root = document.documentElement;

  function drawAll() {
    dmio.timeline.draw();
    dmio.map.draw();
    dmio.histogram.draw();
  }

  // --- light and dark
  var THEMES = ["auto", "light", "dark"];

  function remembered() {
    try { return window.localStorage.getItem("dmio-theme") || "auto"; } catch (e) { return "auto"; }
  }

  function theme(name) {
    if (name === "auto") { root.removeAttribute("data-theme"); } else { root.setAttribute("data-theme", name); }
    dmio.byId("theme").textContent = "Colours: " + name;
  }

  function nextTheme() {
    var next = THEMES[(THEMES.indexOf(remembered() in { light: 1, dark: 1 } ? remembered() : "auto") + 1) % 3];
    try { window.localStorage.setItem("dmio-theme", next); } catch (e) { /* a page without a memory */ }
    theme(next);
    drawAll();
  }

  // --- the command
  function copy() {
    var code = dmio.byId("replay"), button = dmio.byId("copy");
    function done() {
      button.textContent = "Copied";
      window.setTimeout(function () { button.textContent = "Copy"; }, 1500);
    }
    function select() {
      window.getSelection().selectAllChildren(code);
      if (document.execCommand("copy")) { done(); }
    }
    if (navigator.clipboard) { navigator.clipboard.writeText(code.textContent).then(done, select); } else { select(); }
  }

  // --- keys
  var failed = Object.keys(bars.status).map(Number).sort(function (a, b) { return a - b; });

  // The next failed bio in one direction, or the next bio where none failed.
  function step(by) {
    var list = failed.length > 0 ? failed : bars.bio.map(function (bio, i) { return i; });
    if (list.length === 0) { return; }
    var now = dmio.selected !== null && dmio.selected.kind === "bar" ? list.indexOf(dmio.selected.at) : -1;
    var next = now < 0 ? (by > 0 ? 0 : list.length - 1) : (now + by + list.length) % list.length;
    dmio.select("bar", list[next], true);
  }

  var KEYS = {
    ArrowLeft: function () { dmio.timeline.move(-0.25); }, a: function () { dmio.timeline.move(-0.25); },
    ArrowRight: function () { dmio.timeline.move(0.25); }, d: function () { dmio.timeline.move(0.25); },
    "+": function () { dmio.timeline.scale(0.5); }, w: function () { dmio.timeline.scale(0.5); },
    "-": function () { dmio.timeline.scale(2); }, s: function () { dmio.timeline.scale(2); },
    "0": dmio.timeline.whole, n: function () { step(1); }, p: function () { step(-1); }, Escape: dmio.unselect
  };

  function key(event) {
    var act = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS[event.key === "=" ? "+" : event.key];
    if (act) { event.preventDefault(); act(); }
  }

  theme(remembered());
  drawAll();
  dmio.follow();
  window.addEventListener("hashchange", dmio.follow);
  var waiting = 0;
  window.addEventListener("resize", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(drawAll, 150);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (d) { d.open = true; });
    root.setAttribute("data-theme", "light");
    drawAll();
  });
  window.addEventListener("afterprint", function () { theme(remembered()); drawAll(); });
  dmio.byId("theme").addEventListener("click", nextTheme);
  dmio.byId("copy").addEventListener("click", copy);
  dmio.byId("whole").addEventListener("click", dmio.timeline.whole);
  dmio.byId("chart").addEventListener("keydown", key);
  document.querySelectorAll("a[data-bio]").forEach(function (bit) {
    bit.addEventListener("click", function (event) {
      var at = bars.bio.indexOf(Number(bit.getAttribute("data-bio")));
      if (at >= 0) {
        event.preventDefault();
        dmio.select("bar", at, true);
        dmio.byId("timeline").scrollIntoView();
      }
    });
  });
})();
