// What changes for residents, in words of the comparison.
import { byId, element } from "./dom.js";

export const differences = (words, lang) => {
  const list = byId("differences"), state = byId("differences-state");
  const of = texts => lang === "en" ? texts.en : texts.ja;
  return (report, published, clean) => {
    const changes = report ? report.places.flatMap(place => place.changes) : [];
    list.replaceChildren(...changes.map(change => {
      const item = element("li", {}, element("strong", {}, of(change.label)), ": ", of(change.text));
      for (const [side, name, word] of [["before", "del", words.before], ["after", "ins", words.after]]) {
        if (change[side]?.text) item.append(element(name, {}, `${word}: ${of(change[side].text)}`));
      }
      return item;
    }));
    state.textContent = !published ? words["diff-new"] : !clean ? words["diff-wait"] : changes.length ? "" : words["diff-none"];
  };
};
