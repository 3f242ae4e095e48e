// What the check says, as a list.
import { button, byId, element, filled, placeIn } from "./dom.js";

export const findings = (words, root, { go, fix }) => {
  const list = byId("findings"), count = byId("count");
  return (report, text) => {
    const place = placeIn(text);
    const items = report.diagnostics.map((found, number) => {
      const level = element("span", { class: `level ${found.level}` }, words[`level-${found.level}`]);
      const item = element("li", {}, level, " ");
      if (found.place) {
        const line = filled(words.line, { line: found.place.start.line });
        item.append(button(line, () => go(place(found.place.start), place(found.place.end)), `${line}: ${found.message}`), " ");
      }
      const named = `${found.code} ${found.name}`;
      item.append(found.message, " ", element("a", { href: `${root}lint/${found.code}.html`, target: "_blank", rel: "noopener", "aria-label": `${words["lint-page"]}: ${named}` }, named));
      if (found.help) item.append(element("p", { class: "hint" }, found.help));
      for (const other of found.related) {
        const there = `${words.also}: ${filled(words.line, { line: other.place.start.line })}`;
        const same = other.path === found.path;
        item.append(element("p", { class: "hint" }, same ? button(there, () => go(place(other.place.start), place(other.place.end))) : `${there} (${other.path})`, ` ${other.message}`));
      }
      if (found.edit) {
        const what = found.edit.safe ? words.fix : words["fix-guess"];
        item.append(button(what, () => fix(number), `${what}: ${found.message}`));
      }
      return item;
    });
    list.replaceChildren(...items);
    const said = report.diagnostics.length ? filled(words.count, report) : words.clean;
    // Said again only when it changed: a reader that speaks would say it at every key.
    if (count.textContent !== said) count.textContent = said;
  };
};

/** The findings as the editor component marks them. */
export const marks = (report, text, words, fix) => {
  const place = placeIn(text);
  return report.diagnostics.filter(found => found.place).map(found => {
    const number = report.diagnostics.indexOf(found);
    const from = place(found.place.start), to = Math.max(from, place(found.place.end));
    return {
      from, to,
      severity: found.level === "note" ? "info" : found.level,
      source: found.code,
      message: [found.message, found.help].filter(Boolean).join("\n"),
      actions: found.edit ? [{ name: found.edit.safe ? words.fix : words["fix-guess"], apply: () => fix(number) }] : [],
    };
  });
};
