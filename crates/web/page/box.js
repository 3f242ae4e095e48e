// The text in a plain box, where the editor component is not there.
import { change, element } from "./dom.js";

export const box = (host, label, { onchange }) => {
  const area = element("textarea", { id: "editor-text", "aria-label": label, spellcheck: "false", autocapitalize: "off", autocomplete: "off", wrap: "off", lang: "ja" });
  host.replaceChildren(area);
  area.addEventListener("input", () => onchange(area.value));
  const select = (from, to = from) => {
    area.focus();
    area.setSelectionRange(from, to);
    const lines = area.value.slice(0, from).split("\n").length;
    area.scrollTop = Math.max(0, (lines / area.value.split("\n").length) * area.scrollHeight - area.clientHeight / 2);
  };
  return {
    get: () => area.value,
    start(text) { area.value = text; },
    set(text) {
      const { from, to, insert } = change(area.value, text);
      area.setRangeText(insert, from, to, "end");
      onchange(area.value);
    },
    select,
    mark() {},
  };
};
