// Municipalities side by side: the ticked rows of the table as columns, with what sets them apart
// from the first. The address says which: ?m=172014,121002
{
const $ = id => document.getElementById(id);
const table = $("matrix"), side = $("side"), only = $("only"), add = $("add"), word = side.dataset;
const [groups, heads] = [...table.tHead.rows].map(row => [...row.cells].slice(1));
const nation = table.tBodies[0].rows[0].cells, cities = new Map(), labels = new Map();
const make = (name, inside, more) => {
  const element = Object.assign(document.createElement(name), more);
  element.append(...[inside].flat());
  return element;
};
const copy = nodes => [...nodes].map(node => node.cloneNode(true));

for (const box of table.querySelectorAll("[value]")) {
  const { cells } = box.closest("tr"), code = box.value;
  const label = box.ariaLabel + " (" + box.closest("tbody").rows[0].textContent.trim() + ")";
  cities.set(code, { box, cells });
  labels.set(label, code);
  $("cities").append(new Option(label, label));
  // The class of each value that is stated, in the order of the rows.
  heads.forEach((head, at) => {
    head.left ||= head.dataset.k.split(" ");
    head.of ||= {};
    const { className, firstChild } = cells[at + 1];
    if (firstChild.href && !className) head.of[code] = +head.left.shift();
  });
}
// How a class stands to another; the letters are those of the later to the earlier.
const standing = ({ dataset: { p, o } }, one, other) => {
  const late = Math.max(one, other), early = Math.min(one, other);
  const letter = one === other ? "=" : p[p[1] ? late * (late - 1) / 2 + early : 0];
  const names = o === undefined ? ["looser", "stricter"] : ["more", "fewer"];
  return { "=": "same", d: "different", u: "unknown" }[letter] || names[+(letter === (one === late ? "s" : "l"))];
};

const asked = new URLSearchParams(location.search).get("m");
let chosen = [...new Set(asked?.split(","))].filter(code => cities.has(code));
if (chosen[0]) only.checked = true;
else chosen = [...cities.keys()].filter(code => cities.get(code).box.checked);

const choose = (codes, on) => {
  chosen = chosen.filter(code => !codes.includes(code)).concat(on ? codes : []);
  draw();
};
const line = (head, at) => {
  const first = head.of[chosen[0]], values = new Set(chosen.map(code => head.of[code]).filter(value => value >= 0));
  return make("tr", [
    make("th", copy([head.firstChild]), { scope: "row" }),
    make("td", copy(nation[at + 1].childNodes)),
    ...chosen.map((code, i) => {
      const { childNodes, className } = cities.get(code).cells[at + 1];
      const cell = make("td", copy(childNodes), { className });
      if (i && first >= 0 && head.of[code] >= 0) {
        const kind = standing(head, head.of[code], first);
        cell.append(make("b", word[kind], { className: "chip k " + kind }));
      }
      return cell;
    }),
  ], { className: values.size > 1 ? "d" : "" });
};
const draw = () => {
  const isSide = only.checked && chosen[0];
  for (const [code, { box }] of cities) box.checked = chosen.includes(code);
  side.hidden = !isSide;
  table.parentNode.hidden = isSide;
  $("chosen").replaceChildren(...chosen.map(code => make("button", cities.get(code).box.ariaLabel + " × " + word.remove, {
    type: "button", onclick: () => { choose([code]); add.focus(); },
  })));
  try {
    history.replaceState(null, "", (isSide ? "?m=" + chosen : location.pathname) + location.hash);
  } catch {
    // A page opened from a folder may have to keep its address.
  }
  if (!isSide) return;
  const top = [word.facet, copy(nation[0].childNodes), ...chosen.map(code => copy(cities.get(code).cells[0].childNodes).slice(1))];
  let at = 0;
  const bodies = groups.map(group => make("tbody", [
    make("tr", make("th", group.textContent, { colSpan: top.length, scope: "rowgroup" }), { className: "b" }),
    ...heads.slice(at, at += group.colSpan).map(head => line(head, heads.indexOf(head))),
  ]));
  const head = make("thead", make("tr", top.map(inside => make("th", inside, { scope: "col" }))));
  side.lastElementChild.replaceChildren(make("table", [head, ...bodies], { className: "compare side" }));
};

$("chooser").hidden = false;
add.oninput = () => {
  const code = labels.get(add.value);
  if (!code) return;
  only.checked = true;
  choose([code], true);
  add.value = "";
};
only.onchange = draw;
table.onchange = ({ target }) => {
  const boxes = target.className ? target.closest("tbody").querySelectorAll("[value]") : [target];
  choose([...boxes].map(box => box.value), target.checked);
};
draw();
}
