// The text as a form: every choice is an edit of the text, and the form is drawn anew from that.
import { button, byId, element, filled } from "./dom.js";

export const choosing = (words, { choose, said }) => {
  const host = byId("form");
  host.addEventListener("submit", event => event.preventDefault());
  const act = choice => () => {
    const done = choose(choice());
    said(done ? words["form-done"] : words["form-refused"]);
  };
  const select = (label, choices, id) => {
    const options = [element("option", { value: "" }, words["form-choose"]), ...choices.map(one => element("option", { value: one.id }, one.name))];
    const made = element("select", { id }, ...options);
    return [element("label", { for: id }, label), made];
  };
  let last = 0;
  // A row to choose from and to add; nothing is added before something is chosen.
  const adder = (label, choices, make, more = []) => {
    const [title, chosen] = select(label, choices, `form-${++last}`);
    const add = button(label, () => chosen.value && act(() => make(chosen.value))());
    add.setAttribute("data-add", label);
    return element("p", { class: "row" }, title, chosen, ...more, add);
  };
  const remover = (name, at) => button("×", act(() => ({ do: "remove", at })), filled(words["form-remove"], { name }));

  const step = (one, offers) => {
    const name = words[`form-${one.kind}`];
    const item = element("li", {}, element("strong", {}, name), one.about ? ` ${one.about} ` : " ");
    const whole = one.kind === "visit" ? one.at.replace(/\.visit$/, "") : one.at;
    item.append(remover(name, whole));
    if (one.papers.length) {
      item.append(element("ul", {}, ...one.papers.map(paper => element("li", {}, paper.name, " ", remover(paper.name, paper.at)))));
    }
    if (one.open) {
      const papers = [...offers.classes.map(({ id, name }) => ({ id: `class ${id}`, name })), ...offers.documents];
      const [label, of] = select(words["form-of"], offers.persons, `form-${++last}`);
      const make = id => {
        const [kind, value] = id.startsWith("class ") ? ["identity", id.slice(6)] : ["document", id];
        return { do: "add-paper", at: one.at, [kind]: value, ...(of.value ? { of: of.value } : {}) };
      };
      item.append(adder(words["form-add-paper"], papers, make, [label, of]));
    }
    return item;
  };

  const applicant = (one, offers) => {
    const set = element("fieldset", {}, element("legend", {}, one.name), remover(one.name, one.at));
    set.append(element("ol", {}, ...one.steps.map(each => step(each, offers))));
    set.append(element("p", { class: "row" }, button(words["form-add-visit"], act(() => ({ do: "add-step", at: one.at, kind: "visit" })))));
    set.append(adder(words["form-add-letter"], offers.letters, document => ({ do: "add-step", at: one.at, kind: "letter", document })));
    if (one.in_text.length) set.append(element("p", { class: "hint" }, filled(words["form-in-text"], { name: one.in_text.join(", ") })));
    return set;
  };

  return form => {
    // What was in use is in use again: a choice must not throw anybody to the top of the page.
    const focused = host.contains(document.activeElement) ? [...host.querySelectorAll("button, select")].indexOf(document.activeElement) : -1;
    last = 0;
    if (!form) {
      host.replaceChildren(element("p", { class: "unclear-box" }, words["form-unreadable"]));
      return;
    }
    const parts = form.procedures.map(one => {
      const set = element("fieldset", {}, element("legend", {}, one.name), remover(one.name, one.at));
      set.append(...one.applicants.map(each => applicant(each, form.offers)));
      const there = new Set(one.applicants.map(each => each.id));
      const free = form.offers.applicants.filter(each => !there.has(each.id));
      set.append(adder(words["form-add-applicant"], free, id => ({ do: "add-applicant", at: one.at, id })));
      return set;
    });
    if (!parts.length) parts.push(element("p", {}, words["form-empty"]));
    const there = new Set(form.procedures.map(one => one.id));
    const free = form.offers.procedures.filter(one => !there.has(one.id));
    parts.push(adder(words["form-add-procedure"], free, id => ({ do: "add-procedure", id })));
    host.replaceChildren(...parts);
    if (focused >= 0) {
      const controls = [...host.querySelectorAll("button, select")];
      controls[Math.min(focused, controls.length - 1)]?.focus();
    }
  };
};
