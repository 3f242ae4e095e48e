// The text in the editor component, with findings under the words, completion and explanations.
import { autocompletion, closeBrackets, completionKeymap, insertCompletionText, pickedCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, foldGutter, foldKeymap, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { change, element } from "./dom.js";

// Colours that are told apart from the ground in both schemes.
const look = EditorView.theme({
  "&": { height: "34rem", maxHeight: "75vh", border: "1px solid #767676", backgroundColor: "Canvas", color: "CanvasText", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "4px solid Highlight", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Noto Sans Mono CJK JP', monospace", lineHeight: "1.6" },
  ".cm-gutters": { backgroundColor: "Canvas", color: "light-dark(#4d4d4d, #c3c3cc)", borderRight: "1px solid #767676" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, CanvasText 6%, Canvas)" },
  ".cm-cursor": { borderLeftColor: "CanvasText", borderLeftWidth: "2px" },
  // The component's own waves are pictures in addresses, which the page's policy refuses.
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy light-dark(#b00020, #ff9aa8) 2px" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline double light-dark(#7a2c00, #ffc9a3) 2px" },
  ".cm-lintRange-info, .cm-lintRange-hint": { backgroundImage: "none", textDecoration: "underline dotted CanvasText 2px" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "Canvas", color: "CanvasText", border: "1px solid #767676", maxWidth: "min(30rem, 90vw)" },
  ".cm-tooltip p": { margin: "0.25rem 0.5rem", whiteSpace: "pre-wrap" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "Highlight", color: "HighlightText" },
});
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "light-dark(#00428c, #b9d5ff)" },
  { tag: [tags.string, tags.content], color: "light-dark(#0a4a34, #b4ecd0)" },
  { tag: [tags.comment, tags.lineComment], color: "light-dark(#4d4d4d, #c3c3cc)" },
  { tag: [tags.number, tags.bool, tags.keyword], color: "light-dark(#7a2c00, #ffc9a3)" },
]);

/** Words between two pairs of asterisks are the only markup that explanations have. */
const bold = text => text.split("**").map((part, at) => at % 2 ? element("strong", {}, part) : part);

export const code = (host, label, { onchange, complete, hover }) => {
  // Styles of the component are made by its script: into a tree of its own they go without a style element,
  // which the page's policy would refuse.
  const root = host.attachShadow({ mode: "open" });
  let silent = false;
  const offered = context => {
    if (!context.explicit && !context.matchBefore(/[\w\p{L}-]+$/u)) return null;
    const found = complete(context.state.doc.toString(), context.pos);
    if (!found) return null;
    const options = found.options.map(({ label, detail, about, sought, insert, after }) => ({
      // What is typed is looked for in all names of a thing, in whatever language.
      label: sought, displayLabel: label, detail, info: about || undefined, type: "property",
      apply: (view, chosen, from, to) => view.dispatch({
        ...insertCompletionText(view.state, insert, from, Math.min(to + after, view.state.doc.length)),
        annotations: pickedCompletion.of(chosen),
      }),
    }));
    return { from: found.from, options, validFor: /^[\w\p{L}-]*$/u };
  };
  const explained = (view, pos) => {
    const found = hover(view.state.doc.toString(), pos);
    const told = () => element("div", {}, ...found.markdown.split("\n\n").map(part => element("p", {}, ...bold(part))));
    return found && { pos: found.from, end: found.to, above: true, create: () => ({ dom: told() }) };
  };
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        lineNumbers(), foldGutter(), history(), drawSelection(), indentOnInput(), highlightActiveLine(),
        highlightSelectionMatches(), search(), closeBrackets(), yaml(), indentUnit.of("  "), look,
        syntaxHighlighting(colours), hoverTooltip(explained), autocompletion({ override: [offered], icons: false }),
        // Tab is left to the page: whoever uses the keyboard gets out of the text by it.
        keymap.of([...completionKeymap, ...lintKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap]),
        EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0", lang: "ja", spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of(update => {
          if (update.docChanged && !silent) onchange(update.state.doc.toString());
        }),
      ],
    }),
  });
  const get = () => view.state.doc.toString();
  return {
    get,
    start(text) {
      silent = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      silent = false;
    },
    set(text) { view.dispatch({ changes: change(get(), text), userEvent: "input" }); },
    select(from, to = from) {
      view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      view.focus();
    },
    mark(found) { view.dispatch(setDiagnostics(view.state, found)); },
  };
};
