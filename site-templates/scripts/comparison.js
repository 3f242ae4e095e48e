// Municipalities side by side: the ticked rows of the table as columns, with what sets them apart
// from the first. The address says which: ?m=172014,121002
(() => {
  const $ = id => document.getElementById(id);
  const table = $("matrix"), side = $("side"), only = $("only"), add = $("add");
  const word = side.dataset;
  const [groups, heads] = [...table.tHead.rows].map(row => [...row.cells].slice(1));
  const nation = table.tBodies[0].rows[0].cells;
  const cities = new Map();
  for (const box of table.querySelectorAll("[value]")) {
    const cells = box.closest("tr").cells;
    const [link, small] = cells[0].querySelectorAll("a, small");
    cities.set(box.value, { box, cells, name: link.textContent, head: [link, small], facts: small.firstChild.href });
  }
  const make = (name, inside, more) => {
    const element = document.createElement(name);
    element.append(...[inside].flat());
    return Object.assign(element, more);
  };
  const copy = nodes => [...nodes].map(node => node.cloneNode(true));

  // The class of each value that is stated, in the order of the rows.
  heads.forEach((head, at) => {
    const classes = head.dataset.k.split(" ");
    head.of = new Map();
    for (const [code, { cells }] of cities) {
      if (!/sil|unc|unr/.test(cells[at + 1].className)) head.of.set(code, +classes.shift());
    }
  });
  // How a class stands to another; the letters are those of the later to the earlier.
  const standing = ({ dataset: { p, o } }, one, other) => {
    const late = Math.max(one, other), early = Math.min(one, other);
    const letter = one === other ? "=" : p[p.length > 1 ? late * (late - 1) / 2 + early : 0];
    const kind = { "=": "same", d: "different", u: "unknown" }[letter];
    const isMore = letter === (one === late ? "s" : "l");
    return kind || (o === undefined ? (isMore ? "stricter" : "looser") : isMore ? "fewer" : "more");
  };

  const asked = new URLSearchParams(location.search).get("m");
  let chosen = [...new Set(asked ? asked.split(",") : [])].filter(code => cities.has(code));
  if (chosen.length) only.checked = true;
  else chosen = [...cities.keys()].filter(code => cities.get(code).box.checked);

  const choose = (codes, on) => {
    chosen = chosen.filter(code => !codes.includes(code)).concat(on ? codes : []);
    draw();
  };
  const cell = (code, at) => {
    const { cells, facts } = cities.get(code), head = heads[at], from = cells[at + 1];
    const cell = make("td", copy(from.childNodes), { className: from.className });
    if (code !== chosen[0] && head.of.has(code) && head.of.has(chosen[0])) {
      const kind = standing(head, head.of.get(code), head.of.get(chosen[0]));
      cell.append(make("b", word[kind], { className: "k " + kind }));
    }
    cell.append(make("small", make("a", word.source, { href: facts + "#fact-" + head.id.slice(2) })));
    return cell;
  };
  const line = (head, at) => {
    const values = new Set(chosen.map(code => head.of.get(code)).filter(value => value >= 0));
    return make("tr", [
      make("th", copy([head.firstChild]), { scope: "row" }),
      make("td", copy(nation[at + 1].childNodes)),
      ...chosen.map(code => cell(code, at)),
    ], { className: values.size > 1 ? "d" : "" });
  };
  const draw = () => {
    const isSide = only.checked && chosen.length > 0;
    for (const [code, { box }] of cities) box.checked = chosen.includes(code);
    side.hidden = !isSide;
    table.parentElement.hidden = isSide;
    $("chosen").replaceChildren(...chosen.map(code => make("button", cities.get(code).name + " × " + word.remove, {
      type: "button", onclick: () => { choose([code]); add.focus(); },
    })));
    try {
      history.replaceState(null, "", (isSide ? "?m=" + chosen : location.pathname) + location.hash);
    } catch {
      // A page opened from a folder may have to keep its address.
    }
    if (!isSide) return;
    const top = [word.facet, copy(nation[0].childNodes), ...chosen.map(code => copy(cities.get(code).head))];
    let at = 0;
    const bodies = groups.map(group => {
      const title = make("th", group.textContent, { colSpan: top.length, scope: "rowgroup" });
      const lines = heads.slice(at, at + group.colSpan).map((head, i) => line(head, at + i));
      at += group.colSpan;
      return make("tbody", [make("tr", title, { className: "b" }), ...lines]);
    });
    const head = make("thead", make("tr", top.map(inside => make("th", inside, { scope: "col" }))));
    side.lastElementChild.replaceChildren(make("table", [head, ...bodies], { className: "compare side" }));
  };

  const labels = new Map();
  for (const [code, { box, name }] of cities) {
    const label = name + " (" + box.closest("tbody").rows[0].textContent.trim() + ")";
    labels.set(label, code);
    $("cities").append(new Option(label, label));
  }
  $("chooser").hidden = false;
  add.oninput = () => {
    if (!labels.has(add.value)) return;
    only.checked = true;
    choose([labels.get(add.value)], true);
    add.value = "";
  };
  only.onchange = draw;
  table.onchange = ({ target }) => {
    const boxes = target.className ? target.closest("tbody").querySelectorAll("[value]") : [target];
    choose([...boxes].map(box => box.value), target.checked);
  };
  draw();
})();
