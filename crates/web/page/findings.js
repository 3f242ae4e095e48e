// What the check says, as a list: of the text, and of the settings of the checks beside it.
import { button, byId, element, filled, placeIn } from "./dom.js";

export const findings = (words, root, { go, fix }) => {
  const list = byId("findings"), count = byId("count");
  return (report, text, path) => {
    const place = placeIn(text);
    const items = report.diagnostics.map((found, number) => {
      const level = element("span", { class: `level ${found.level}` }, words[`level-${found.level}`]);
      const item = element("li", {}, level, " ");
      // A line of the text is a button that leads there; a line of another file is told with the file's name.
      const where = (one, said, label) => one.path === path ? button(said, () => go(place(one.place.start), place(one.place.end)), label) : `${said} (${one.path})`;
      const line = one => filled(words.line, { line: one.place.start.line });
      if (found.place) item.append(where(found, line(found), `${line(found)}: ${found.message}`), " ");
      else if (found.path !== path) item.append(`(${found.path}) `);
      const named = `${found.code} ${found.name}`;
      item.append(found.message, " ", element("a", { href: `${root}lint/${found.code}.html`, target: "_blank", rel: "noopener", "aria-label": `${words["lint-page"]}: ${named}` }, named));
      if (found.help) item.append(element("p", { class: "hint" }, found.help));
      for (const other of found.related) {
        item.append(element("p", { class: "hint" }, where(other, `${words.also}: ${line(other)}`), ` ${other.message}`));
      }
      if (found.edit && found.path === path) {
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

/** The findings of the text, which stands at a path, as the editor component marks them. */
export const marks = (report, text, path, words, fix) => {
  const place = placeIn(text);
  return report.diagnostics.filter(found => found.place && found.path === path).map(found => {
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
