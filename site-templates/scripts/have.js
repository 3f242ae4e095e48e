// What the papers in hand are enough for. Verdicts: 0 missing, 1 cannot be said, 2 depends, 3 open.
{
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const [form] = all("#hand"), [data] = all("#needs"), marks = all("#verdicts .held"), sections = all(".who");
const { trips, sets, places } = JSON.parse(data.textContent);

// Whether every place gets a paper of its own; a paper steps aside where another place lets it.
const filled = (wanted, hand, serves) => {
  const given = new Map();
  const fill = (place, tried) => hand.some(paper => {
    if (tried.has(paper) || !serves(place, paper)) return;
    tried.add(paper);
    return (!given.has(paper) || fill(given.get(paper), tried)) && given.set(paper, place);
  });
  return wanted.every(place => fill(place, new Set()));
};

// A need is a verdict, or 0 and all of these, 1 and one of these, 2 and alternatives of places.
const verdict = (need, hand) => {
  if (!need.map) return need;
  const [kind, ...parts] = need;
  if (kind > 1) {
    const yes = (place, paper) => sets[places[place][0]].includes(paper);
    const maybe = (place, paper) => yes(place, paper) || sets[places[place][1]].includes(paper);
    return parts.some(part => filled(part, hand, yes)) ? 3 : +parts.some(part => filled(part, hand, maybe));
  }
  const found = parts.map(part => verdict(part, hand));
  return kind ? Math.max(0, ...found) : Math.min(3, ...found);
};

// A trip is a verdict, or ways of which one is enough.
function tripVerdict(number, hand) {
  const trip = trips[number];
  return !trip.map ? trip : Math.max(0, ...trip.map(way => verdict([0, ...way], hand)));
}

const show = () => {
  const who = form.who.value;
  let hand, hands;
  const mark = (element, found) => {
    all(":scope > .held", element).forEach(old => old.remove());
    if (hand[0] >= 0 && found >= 0) element.append(marks[found].cloneNode(true));
  };
  for (const section of sections) {
    section.hidden = section.dataset.who !== who;
    if (!section.hidden) hands = section.dataset.hands + " other";
  }
  for (const set of all("[data-hand]")) set.hidden = !hands.split(" ").includes(set.dataset.hand);
  hand = all("[data-hand]:not([hidden]) :checked").map(box => +box.value);
  const counts = [0, 0, 0, 0];
  for (const row of all(".who:not([hidden]) [data-trip]")) {
    const number = row.dataset.trip, found = tripVerdict(number, hand);
    counts[found]++;
    mark(row.cells[0], found);
    all(".way", row).forEach((way, at) => all(".things > li", way).forEach((thing, i) => {
      if (!thing.className) mark(thing, verdict(trips[number][at][i + 1], hand));
    }));
  }
  const summary = counts.map((count, at) => marks[at].textContent.trim() + ": " + count).reverse();
  all("output")[0].textContent = hand[0] >= 0 ? summary.join(" / ") : "";
};

form.hidden = false;
form.who[0].checked = true;
form.onchange = show;
form.onreset = () => {
  const who = form.who.value;
  setTimeout(() => {
    form.who.value = who;
    show();
  });
};
show();
}
