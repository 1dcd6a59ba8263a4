// How many calls or bios took how long: a histogram of one kind of latency at a time.
(function () {
  "use strict";
  var all = dmio.data.latencies, choice = dmio.byId("which"), root = dmio.byId("histogram");
  var WORDS = { call: "call (fio's clat)", Q2C: "Q2C", D2C: "D2C" };
  var chart = null;

  all.forEach(function (one, i) {
    var option = document.createElement("option");
    option.value = i;
    option.textContent = WORDS[one.which] + ": " + one.name + ", " + one.total;
    choice.appendChild(option);
  });

  function label(nanos) { return dmio.time(Number(nanos.toPrecision(3)), nanos); }

  function draw() {
    if (chart) { chart.dispose(); chart = null; }
    root.style.display = choice.parentNode.style.display = all.length === 0 ? "none" : "";
    if (all.length === 0) { return; }
    var one = all[Number(choice.value) || 0];
    chart = window.echarts.init(root, null, { renderer: "canvas" });
    chart.setOption({
      animation: false, backgroundColor: "transparent", textStyle: { color: dmio.color("ink") },
      grid: { left: 70, right: 20, top: 14, bottom: 46 },
      xAxis: { type: "category", data: one.count.map(function (n, i) { return label(one.from[i]); }),
        name: WORDS[one.which] + ", from", nameLocation: "middle", nameGap: 28,
        nameTextStyle: { color: dmio.color("soft"), fontSize: 13 }, axisTick: { alignWithLabel: false },
        axisLabel: { color: dmio.color("soft"), fontSize: 12.5, align: "center", hideOverlap: true },
        axisLine: { lineStyle: { color: dmio.color("rule") } } },
      yAxis: { type: "value", minInterval: 1, name: "how many", nameLocation: "middle", nameGap: 46,
        nameTextStyle: { color: dmio.color("soft"), fontSize: 13 },
        axisLabel: { color: dmio.color("soft"), fontSize: 12.5 },
        splitLine: { lineStyle: { color: dmio.color("rule"), opacity: 0.5 } } },
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true,
        backgroundColor: dmio.color("raised"), borderColor: dmio.color("rule"),
        textStyle: { color: dmio.color("ink"), fontSize: 14 },
        formatter: function (p) {
          var i = p[0].dataIndex;
          return one.count[i] + " of " + one.total + " took " + label(one.from[i]) + " to "
            + label(one.from[i + 1]);
        } },
      series: [{ type: "bar", data: one.count, barCategoryGap: "8%", barMaxWidth: 60,
        itemStyle: { color: dmio.color("read") }, emphasis: { disabled: true } }]
    });
  }

  choice.addEventListener("change", draw);
  dmio.histogram = { draw: draw };
})();
