// What the papers in hand are enough for. Verdicts: 0 missing, 1 cannot be said, 2 depends, 3 open.
const needs = JSON.parse(document.getElementById("needs").textContent);

// Whether every place gets a paper of its own; a paper steps aside where another place lets it.
function filled(places, hand, serves) {
  const given = new Map();
  const fill = (place, tried) => hand.some((paper) => {
    if (tried.has(paper) || !serves(paper, place)) return false;
    tried.add(paper);
    if (given.has(paper) && !fill(given.get(paper), tried)) return false;
    given.set(paper, place);
    return true;
  });
  return places.every((place) => fill(place, new Set()));
}

// A need is a verdict, or 0 and all of these, 1 and one of these, 2 and alternatives of places.
function verdict(need, hand) {
  if (typeof need === "number") return need;
  const [kind, ...parts] = need;
  if (kind === 2) {
    const inSet = (which) => (paper, place) => needs.sets[needs.places[place][which]].includes(paper);
    const [yes, maybe] = [inSet(0), inSet(1)];
    if (parts.some((places) => filled(places, hand, yes))) return 3;
    return parts.some((places) => filled(places, hand, (...each) => yes(...each) || maybe(...each))) ? 1 : 0;
  }
  const found = parts.map((part) => verdict(part, hand));
  return kind ? Math.max(0, ...found) : Math.min(3, ...found);
}

// A trip is a verdict, or ways of which one is enough.
function tripVerdict(trip, hand) {
  return typeof trip === "number" ? trip : Math.max(0, ...trip.map((way) => verdict([0, ...way], hand)));
}

const form = document.getElementById("hand");
const marks = document.querySelectorAll("#verdicts .held");
const sections = document.querySelectorAll("section.who");

function mark(element, found) {
  element.querySelector(":scope > .held")?.remove();
  if (found !== null) element.append(marks[found].cloneNode(true));
}

function show() {
  const who = form.querySelector("[name=who]:checked").value;
  const section = [...sections].find((one) => one.dataset.who === who);
  for (const one of sections) one.hidden = one !== section;
  const hands = [...section.dataset.hands.split(" "), "other"];
  for (const set of form.querySelectorAll("[data-hand]")) set.hidden = !hands.includes(set.dataset.hand);
  const boxes = [...form.querySelectorAll("[data-hand]:not([hidden]) input:checked")];
  const hand = boxes.map((box) => Number(box.value));
  const counts = [0, 0, 0, 0];
  for (const row of section.querySelectorAll("tr[data-trip]")) {
    const trip = needs.trips[row.dataset.trip];
    const found = tripVerdict(trip, hand);
    counts[found] += 1;
    mark(row.cells[0], hand.length ? found : null);
    row.querySelectorAll(".way").forEach((way, at) => {
      way.querySelectorAll(".things > li").forEach((thing, number) => {
        const known = hand.length && !thing.classList.contains("settled");
        mark(thing, known ? verdict(trip[at][number + 1], hand) : null);
      });
    });
  }
  const summary = counts.map((count, at) => `${marks[at].textContent.trim()}: ${count}`).reverse();
  form.querySelector("output").textContent = hand.length ? summary.join(" / ") : "";
}

form.hidden = false;
form.querySelector("[name=who]").checked = true;
form.addEventListener("change", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => {
  const who = form.querySelector("[name=who]:checked");
  setTimeout(() => {
    who.checked = true;
    show();
  });
});
show();
