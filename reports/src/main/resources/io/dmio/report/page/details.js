// The panel that tells all about the bio, fault or wait that is selected.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars, faults = data.faults, waits = data.waits;
  var panel = dmio.byId("details");

  function element(name, content, attributes) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(content).forEach(function (part) {
      made.appendChild(typeof part === "string" ? document.createTextNode(part) : part);
    });
    return made;
  }

  function link(to, words) { return element("a", words, { href: "#" + to }); }

  function row(label, content) { return element("div", [element("dt", label), element("dd", content)]); }

  // A link into the page where there is such a row, else its name alone.
  function call(number, name) {
    return dmio.byId("call-" + number) ? link("call-" + number, name) : name;
  }

  function event(number, words) { return [words + ", ", link("event=" + number, "event " + number)]; }

  function cause(rule) {
    var line = dmio.ruleLine(rule);
    return [dmio.ruleName(rule)].concat(line > 0 ? [", ", link("L" + line, "line " + line)] : []);
  }

  // A row, or none where the author of the rule gives no reason.
  function reason(rule) {
    return dmio.ruleReason(rule) ? [row("Reason", dmio.ruleReason(rule))] : [];
  }

  // The stacked device that has sent a part on; -1: it is a whole bio.
  function sentBy(i) { return bars.part ? bars.part[i] : -1; }

  // "Therefore bit 2 of w is set", as the table of bits tells it.
  function story(i) {
    var found = document.querySelector('[data-story="' + bars.bio[i] + '"]');
    return found ? found.firstChild.textContent.trim() : "";
  }

  function ofBar(i) {
    var status = bars.status[i], ended = bars.last[i] > 0, at = bars.call[i];
    var hits = faults.bio.map(function (bio, f) { return f; })
      .filter(function (f) { return faults.bio[f] === bars.bio[i]
        && (sentBy(i) < 0 || faults.device[f] === bars.device[i]); });
    var rows = [
      row("Call", [call(data.callNumbers[at], data.calls[at])]),
      row("Region index", bars.region[i] + ": bit " + bars.region[i]),
      row("Destination", data.devices[bars.device[i]] + ", " + dmio.sectorsOf(i)),
      row(sentBy(i) < 0 ? "Submitted" : "Sent on", event(bars.first[i], dmio.exact(bars.q[i]))),
      row("In the queue", dmio.exact(bars.d[i])),
      row("Ended", ended ? event(bars.first[i] + bars.last[i], dmio.exact(bars.q[i] + bars.c[i])) : "never"),
      row("Q2C, D2C", ended ? dmio.exact(bars.c[i]) + ", " + dmio.exact(bars.c[i] - bars.d[i]) : "-")
    ];
    hits.forEach(function (f) {
      var where = " at " + dmio.sectors(faults.sector[f], faults.sectors[f]);
      rows = rows.concat([row("Fault", cause(faults.rule[f]).concat([where]))], reason(faults.rule[f]));
    });
    if (sentBy(i) >= 0) {
      rows.unshift(row("Part of", [link("bio=" + bars.bio[i], "bio " + bars.bio[i]), ", sent on by " + data.devices[sentBy(i)]]));
    } else if (dmio.byId("bio-" + bars.bio[i])) { rows.push(row("In the list", link("bio-" + bars.bio[i], "bio " + bars.bio[i]))); }
    return { title: (sentBy(i) < 0 ? "Bio " : "Part of bio ") + bars.bio[i] + ", " + dmio.kinds[bars.kind[i]] + ": " + (status || "OK"), bad: Boolean(status),
      story: story(i), rows: rows, hash: sentBy(i) < 0 ? "bio=" + bars.bio[i] : "event=" + bars.first[i], from: bars.q[i], took: bars.c[i] };
  }

  function ofFault(i) {
    var bio = faults.bio[i], bar = bars.bio.indexOf(bio);
    var rows = [
      row("Rule", cause(faults.rule[i]))
    ].concat(reason(faults.rule[i]), [
      row("As written", dmio.ruleText(faults.rule[i])),
      row("What", dmio.tips.effect(i)),
      row("When", event(faults.event[i], dmio.exact(faults.t[i])))
    ]);
    if (bio >= 0) { rows.push(row("Bio", [bar >= 0 ? link("bio=" + bio, "bio " + bio) : "bio " + bio])); }
    return { title: "Fault " + dmio.ruleName(faults.rule[i]), bad: true, story: bar >= 0 ? story(bar) : "", rows: rows,
      hash: "event=" + faults.event[i], from: faults.t[i], took: bar >= 0 ? bars.c[bar] : 0 };
  }

  function ofWait(i) {
    return { title: waits.name[i] + " waits for " + data.pools[waits.pool[i]].name, bad: false, story: "",
      rows: [row("Call", [call(waits.call[i], waits.name[i])]), row("Since", event(waits.event[i], dmio.exact(waits.t[i]))),
        row("For", dmio.exact(waits.took[i]))],
      hash: "event=" + waits.event[i], from: waits.t[i], took: waits.took[i] };
  }

  function show(about) {
    var close = element("button", "Close", { type: "button" });
    close.addEventListener("click", dmio.unselect);
    panel.replaceChildren(
      element("div", [element("h3", about.title), close], { "class": "top" }),
      element("p", about.story), element("dl", about.rows));
    panel.className = about.bad ? "bad" : "";
    panel.hidden = false;
  }

  var ABOUT = { bar: ofBar, fault: ofFault, wait: ofWait };

  // Selects something by its kind and index, and zooms to it if that is wanted.
  dmio.select = function (kind, at, near) {
    var about = ABOUT[kind](at);
    dmio.selected = { kind: kind, at: at };
    show(about);
    if (window.location.hash !== "#" + about.hash) {
      window.history.replaceState(null, "", "#" + about.hash);
    }
    if (near) {
      var around = Math.max(about.took * 4, (data.end - data.from) / 200, 10);
      dmio.timeline.zoom(about.from + about.took / 2 - around / 2, about.from + about.took / 2 + around / 2);
    }
    dmio.timeline.mark();
  };

  dmio.unselect = function () {
    dmio.selected = null;
    panel.hidden = true;
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    dmio.timeline.mark();
  };
})();
