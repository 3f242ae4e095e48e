// The page on which a municipality's file is written. All of it happens here: the module checks the text, lays it
// out and makes its page. Only who proposes the text opens another page with it (propose.js).
import init, { Editor } from "./module.js";
import { box } from "./box.js";
import { differences } from "./differences.js";
import { byId, button, element, filled } from "./dom.js";
import { drafting } from "./draft.js";
import { findings, marks } from "./findings.js";
import { choosing } from "./form.js";
import { preview } from "./preview.js";
import { proposing } from "./propose.js";

// A key is answered at once; what changes for residents may come a moment later.
const SOON = 10, LATER = 500;

const page = JSON.parse(byId("editor").textContent);
const words = page.words;
// The root that all languages share, and that of the page's language.
const top = new URL(page.top, location.href), root = page.frame.root;
const state = byId("state");

const loaded = async path => {
  const answer = await fetch(new URL(path, top));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
};

/** The day on this device: what is read today is read today, whenever the site was built. */
const today = () => {
  const now = new Date(), two = number => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const time = iso => new Date(iso).toLocaleString(page.frame.lang);

const start = async () => {
  byId("without").hidden = true;
  state.textContent = words.loading;
  const [dataset, templates] = await Promise.all([loaded("edit/dataset.json"), loaded(`edit/templates-${page.language}.json`), init({ module_or_path: new URL("module_bg.wasm", import.meta.url) })]);
  const editor = new Editor(dataset, templates, page.language, today());
  state.textContent = "";
  const asked = new URLSearchParams(location.search);
  const code = asked.get("m") ?? asked.get("new");
  if (code) return write(editor, code, asked.has("new"));
  choose(editor);
};

const choose = (editor, name) => {
  const places = JSON.parse(editor.places());
  const label = one => `${one.code} ${one.prefecture} ${one.name}`;
  byId("places").replaceChildren(...places.map(one => element("option", { value: label(one) })));
  const form = byId("choose");
  form.hidden = false;
  if (name) state.textContent = filled(words["unknown-municipality"], { name });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const wanted = byId("place").value.trim().normalize("NFKC");
    const found = places.filter(one => [one.code, one.name, one.kana, label(one)].includes(wanted));
    if (found.length !== 1) {
      state.textContent = filled(words["unknown-municipality"], { name: wanted });
      return;
    }
    location.search = `?${editor.hasFile(found[0].code) ? "m" : "new"}=${found[0].code}`;
  });
};

const write = async (editor, code, fresh) => {
  let published;
  if (editor.hasFile(code)) {
    try {
      published = await loaded(`data/yaml/${code}.yaml`);
    } catch {
      state.textContent = words["published-missing"];
      return;
    }
  }
  const opened = JSON.parse(editor.open(code, published) ?? "null");
  if (!opened) return choose(editor, code);
  if (fresh === opened.published) state.textContent = opened.published ? words["has-file"] : words["no-file-yet"];
  const draft = await drafting(code);
  byId("work").hidden = false;

  let report, timer, later, kept = true, surface, ready;
  const trouble = byId("trouble"), which = byId("which");
  const say = text => {
    state.textContent = text;
  };
  const current = () => surface.get();
  const fix = number => {
    const fixed = editor.fix(current(), number);
    if (fixed !== undefined) surface.set(fixed);
    if (fixed !== undefined) say(words.fixed);
  };
  const keep = text => {
    const isOpened = text === opened.text;
    if (isOpened) draft.drop();
    kept = isOpened || draft.save(text);
    trouble.hidden = kept;
    trouble.textContent = kept ? "" : words["not-saved"];
    byId("saved").textContent = kept && !isOpened ? filled(words.saved, { time: time(new Date().toISOString()) }) : "";
  };
  const list = findings(words, root, { go: (from, to) => asText(() => surface.select(from, to)), fix });
  const show = preview(byId("preview"), top);
  const compare = differences(words, page.language);
  const form = choosing(words, {
    choose: choice => {
      const text = editor.choose(current(), JSON.stringify(choice));
      if (text === undefined) return false;
      surface.set(text);
      return true;
    },
    said: say,
  });
  const name = JSON.parse(editor.places()).find(one => one.code === code)?.name ?? code;

  const procedures = text => {
    const found = JSON.parse(editor.form(text));
    const ids = found ? found.procedures : [];
    const chosen = which.value;
    const options = [{ id: "", name: words["whole-page"] }, ...ids];
    if (options.map(one => one.id).join() !== [...which.options].map(one => one.value).join()) {
      which.replaceChildren(...options.map(one => element("option", { value: one.id }, one.name)));
      which.value = options.some(one => one.id === chosen) ? chosen : "";
      if (!shown && ids.length) which.value = ids[0].id;
    }
    if (!byId("form").hidden) form(found);
  };
  let shown = false;
  const check = () => {
    const text = current(), began = performance.now();
    report = JSON.parse(editor.diagnostics(text));
    const path = `datasets/${editor.path(text)}`;
    list(report, text, path);
    surface.mark(marks(report, text, path, words, fix));
    procedures(text);
    const made = JSON.parse(editor.page(text, which.value || undefined));
    if (made) show(made.html, made.path);
    shown ||= Boolean(made);
    byId("preview-state").textContent = made ? words["preview-now"] : shown ? words["preview-old"] : words["preview-none"];
    ready(report.errors > 0);
    byId("work").dataset.took = Math.round(performance.now() - began);
    clearTimeout(later);
    later = setTimeout(() => compare(JSON.parse(editor.diff(text)), opened.published, Boolean(made)), LATER);
  };
  const onchange = text => {
    keep(text);
    clearTimeout(timer);
    timer = setTimeout(check, SOON);
  };

  const label = filled(words["text-label"], { file: opened.path.split("/").pop() });
  const answers = {
    onchange,
    complete: (text, at) => JSON.parse(editor.complete(text, at)),
    hover: (text, at) => JSON.parse(editor.hover(text, at)),
  };
  const host = byId("text");
  // Without the editor component, a plain box.
  surface = await import("./code.js").then(({ code }) => code(host, label, answers), () => {
    say(words["plain-box"]);
    return box(host, label, answers);
  });

  const asForm = byId("as-form"), text = byId("as-text");
  const view = isForm => {
    asForm.setAttribute("aria-pressed", isForm);
    text.setAttribute("aria-pressed", !isForm);
    byId("form").hidden = !isForm;
    host.hidden = isForm;
    if (isForm) form(JSON.parse(editor.form(current())));
  };
  const asText = then => {
    view(false);
    then();
  };
  asForm.addEventListener("click", () => view(true));
  text.addEventListener("click", () => view(false));
  which.addEventListener("change", check);
  byId("format").addEventListener("click", () => {
    const laid = editor.format(current());
    if (laid !== undefined && laid !== current()) surface.set(laid);
    say(laid === undefined ? words["format-refused"] : words["format-done"]);
  });
  byId("discard").addEventListener("click", () => {
    if (!confirm(words["drop-ask"])) return;
    surface.set(opened.text);
    keep(opened.text);
  });

  const others = () => {
    const found = draft.others(), host = byId("drafts");
    host.hidden = !found.length;
    host.replaceChildren(...found.map(one => {
      const when = { time: time(one.saved) };
      const open = () => {
        // What is here becomes a draft of its own before another takes its place.
        if (current() !== opened.text && !draft.park(current())) return say(words["not-saved"]);
        surface.set(one.text);
        // It goes only when it is kept as this tab's own.
        if (kept) draft.drop(one.key);
        others();
      };
      const drop = () => {
        if (!confirm(words["drop-ask"])) return;
        draft.drop(one.key);
        others();
      };
      const said = filled(words["other-draft"], when);
      return element("p", { class: "row" }, said, button(words["use-draft"], open, `${words["use-draft"]}: ${said}`), button(words["drop-draft"], drop, `${words["drop-draft"]}: ${said}`));
    }));
  };
  draft.watch(() => {
    say(words["drafts-differ"]);
    others();
  });
  addEventListener("beforeunload", event => {
    if (!kept) event.preventDefault();
  });

  const own = draft.own();
  surface.start(own ? own.text : opened.text);
  ready = proposing(words, page.repository, { text: current, path: () => editor.path(current()), code, published: opened.published, name });
  if (own) byId("saved").textContent = filled(words.saved, { time: time(own.saved) });
  others();
  check();
  if (!state.textContent) say(words.ready);
  document.documentElement.dataset.editor = "ready";
};

start().catch(error => {
  state.textContent = words.broken;
  console.error(String(error));
});
