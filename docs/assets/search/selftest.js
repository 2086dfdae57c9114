// Known searches, run one after the other; what differs from the known answer is listed.
(function () {
  "use strict";
  var C = window.compendium;
  var words = JSON.parse(document.getElementById("selftest-words").textContent);
  var status = document.querySelector("[data-selftest]"), list = document.querySelector("[data-failures]");

  function say(key, number) { status.textContent = words["selftest." + key].replace("{n}", number); }

  C.ready.then(function () { return C.load("selftest", "zh", 0); }).then(function (rows) {
    var failed = 0, at = 0;
    function next() {
      if (at === rows.length) {
        status.setAttribute("data-state", failed ? "failed" : "passed");
        return say(failed ? "failed" : "passed", failed || rows.length);
      }
      var row = rows[at];
      at += 1;
      if (at % 50 === 0) say("running", at);
      return C.search(row[0], { expand: false }).then(function (found) {
        if (found.total !== row[1] || found.occurrences !== row[2]) {
          failed += 1;
          var item = document.createElement("li");
          item.textContent = row[0] + ": " + found.total + " / " + found.occurrences + " ≠ " + row[1] + " / " + row[2];
          list.appendChild(item);
        }
        return at % 50 === 0 ? new Promise(function (go) { setTimeout(go, 0); }).then(next) : next();
      });
    }
    return next();
  });
})();
