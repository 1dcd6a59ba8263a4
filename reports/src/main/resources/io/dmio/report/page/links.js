// Links into the page: #event=4412, #bio=12 and #call=3 besides the anchors of its parts.
(function () {
  "use strict";
  var data = dmio.data, bars = data.bars, note = dmio.byId("linknote");

  function say(words) {
    note.textContent = words;
    note.hidden = words === "";
  }

  function window_(from, to) {
    return "--window " + dmio.whole(Math.floor(from)) + ".." + dmio.whole(Math.max(Math.ceil(to), Math.floor(from) + 1));
  }

  // Where between two moments that are known something with a number was: numbers grow with time.
  function between(moments, number) {
    var low = 0, high = moments.t.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (moments.first + middle * moments.step <= number) { low = middle; } else { high = middle - 1; }
    }
    return [moments.t[low], low + 1 < moments.t.length ? moments.t[low + 1] : data.end];
  }

  function elsewhere(what, number, moments) {
    if (number < moments.first || number >= moments.first + moments.count) {
      say("This run has no " + what + " " + number + ".");
      return;
    }
    var at = between(moments, number);
    var inside = at[0] <= data.end && at[1] >= data.from;
    say(what + " " + number + (at[0] === at[1] ? " is at " + dmio.exact(at[0]) : " is between " + dmio.exact(at[0]) + " and " + dmio.exact(at[1]))
      + (inside && data.columns.from.length === 0 ? "." : "; this page does not show it alone. A report with "
        + window_(at[0], at[1]) + " does."));
    if (inside) {
      var around = Math.max((data.end - data.from) / 100, (at[1] - at[0]) * 4);
      dmio.timeline.zoom((at[0] + at[1] - around) / 2, (at[0] + at[1] + around) / 2);
    }
  }

  function found(kind, at) {
    say("");
    dmio.select(kind, at, true);
  }

  function event(number) {
    for (var i = 0; i < bars.first.length; i++) {
      if (bars.first[i] === number || (bars.last[i] > 0 && bars.first[i] + bars.last[i] === number)) { found("bar", i); return; }
    }
    var fault = data.faults.event.indexOf(number), wait = data.waits.event.indexOf(number);
    if (fault >= 0) { found("fault", fault); return; }
    if (wait >= 0) { found("wait", wait); return; }
    elsewhere("event", number, data.moments);
  }

  function bio(number) {
    var bar = bars.bio.indexOf(number);
    if (bar >= 0) { found("bar", bar); } else { elsewhere("bio", number, data.bioMoments); }
  }

  // The first bio of a call that failed, else its first one.
  function call(number) {
    var at = data.callNumbers.indexOf(number), first = bars.call.indexOf(at);
    if (at < 0 || first < 0) { elsewhere("call", number, data.callMoments); return; }
    for (var i = first; i < bars.call.length; i++) {
      if (bars.call[i] === at && bars.status[i] !== undefined) { found("bar", i); return; }
    }
    found("bar", first);
  }

  // A link into closed details opens them first.
  function reveal(id) {
    var target = dmio.byId(id), details = target && target.closest("details");
    if (details && !details.open) { details.open = true; target.scrollIntoView(); }
  }

  dmio.follow = function () {
    var hash = window.location.hash.slice(1), parts = /^(event|bio|call)=(\d+)$/.exec(hash);
    if (!parts) { reveal(hash); return; }
    ({ event: event, bio: bio, call: call })[parts[1]](Number(parts[2]));
    dmio.byId("timeline").scrollIntoView();
  };
})();
