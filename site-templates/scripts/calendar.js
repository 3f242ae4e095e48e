// Says of each counter whether it is open now, from the days that the page was made for. The time is
// Japan's: nine hours ahead of UTC all year, whatever the device is set to. Days that the page does not
// have are never guessed.
{
const { from, texts, calendars } = JSON.parse(document.getElementById("opening-days").textContent);
const day = 864e5;
// A sign, a text, and the minute of the day that the text has.
const verdict = (kind, minute) => {
  if (!kind) return ["?", "beyond"];
  const { say, open, last, perhaps } = kind;
  if (say) return [say === "closed" ? "×" : "?", say];
  // The first time that is still ahead: an odd one closes, an even one opens.
  const next = open.findIndex(time => minute < time), time = open[next];
  if (next % 2 > 0) return last <= time ? minute > last ? ["△", "late", last] : ["○", "last", last] : ["○", "open", time];
  return perhaps ? ["?", "perhaps"] : time ? ["×", "later", time] : ["×", "over"];
};
const show = () => {
  const now = Date.now() + 324e5, at = Math.floor(now / day) - Date.parse(from) / day;
  document.querySelectorAll(".now").forEach((line, i) => {
    const { kinds, days } = calendars[i];
    const [sign, text, minute] = verdict(days[at] && kinds[parseInt(days[at], 36)], Math.floor(now % day / 6e4));
    line.className = "now state " + ({ "○": "stated", "×": "silent" }[sign] || "unclear");
    line.textContent = sign + " " + texts[text].replace("%", Math.floor(minute / 60) + ":" + `${minute % 60}`.padStart(2, 0));
    line.hidden = false;
    line.parentNode.querySelectorAll("td[class]").forEach((cell, j) => cell.ariaCurrent = j === at ? "date" : null);
  });
};
show();
setInterval(show, 2e4);
}
