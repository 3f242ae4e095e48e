// Says of each counter whether it is open now, from the days that the page was made for. The time is
// Japan's: nine hours ahead of UTC all year, whatever the device is set to. Days that the page does not
// have are never guessed.
"use strict";
(() => {
  const { from, texts, calendars } = JSON.parse(document.getElementById("opening-days").textContent);
  const day = 864e5;
  const clock = (minute) => Math.floor(minute / 60) + ":" + String(minute % 60).padStart(2, "0");
  const verdict = (kind, now) => {
    if (!kind) return ["ask", "beyond"];
    if (kind.say) return [kind.say === "closed" ? "closed" : "ask", kind.say];
    const { open, last, perhaps } = kind;
    // The first time that is still ahead: an odd one closes, an even one opens.
    const next = open.findIndex((minute) => now < minute);
    if (next % 2 === 1) {
      const receives = last <= open[next];
      if (receives && now > last) return ["late", "late", last];
      return ["open", receives ? "last" : "open", receives ? last : open[next]];
    }
    if (perhaps) return ["ask", "perhaps"];
    return next < 0 ? ["closed", "over"] : ["closed", "later", open[next]];
  };
  const show = () => {
    const now = Date.now() + 324e5;
    const at = Math.floor(now / day) - Date.parse(from) / day;
    document.querySelectorAll(".now").forEach((line, i) => {
      const { kinds, days } = calendars[i];
      const [state, text, minute] = verdict(days[at] && kinds[parseInt(days[at], 36)], Math.floor((now % day) / 6e4));
      line.dataset.now = state;
      line.textContent = texts[text].replace("%", clock(minute));
      line.hidden = false;
      line.parentNode.querySelectorAll("td[class]").forEach((cell, j) => {
        if (j === at) cell.setAttribute("aria-current", "date");
        else cell.removeAttribute("aria-current");
      });
    });
  };
  show();
  setInterval(show, 2e4);
})();
