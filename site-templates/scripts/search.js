// Finds municipalities by kanji, kana, Latin letters or code: a combobox with a listbox as the ARIA
// authoring practices have it. `municipalities` (a line each) and `letters` (of the kana from ぁ on)
// come from municipalities.js.
{
const field = document.getElementById("find-field"), list = field.nextElementSibling, find = field.closest("section");
const english = document.documentElement.lang === "en", table = letters.split(","), places = [];
let shown = [], at, home;

const latin = text => text
  // Katakana lies 96 code points after hiragana.
  .replace(/[ぁ-ゖァ-ヶ]/g, c => table[(c.charCodeAt() - 12353) % 96])
  .replace(/(sh|ch|j)i~y/g, "$1").replace(/i~y/g, "y").replace(/=(.)/g, "$1$1").replace(/[~ー]/g, "");

// One spelling for all: width, case, macrons, hyphens, long vowels, doubled letters,
// and the ways of writing Japanese in Latin letters.
const fold = text => latin(text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase()
  .replace(/[条桧釜竜梼]/g, c => "條檜竈龍檮"["条桧釜竜梼".indexOf(c)])
  .replace(/(\p{sc=Han})[ケヶが]/gu, "$1ga"))
  .replace(/[^\p{L}\p{N}]/gu, "").replace(/(city|town|village|ward)$|(?<=[a-z])[市区町村]$/, "")
  .replace(/oh(?![aiueoy])|ou/g, "o").replace(/dz?(?=[uiy])/g, "z").replace(/j/g, "zy").replace(/sh/g, "sy")
  .replace(/[tc]*ch?/g, "ty").replace(/ts/g, "t").replace(/f/g, "h").replace(/yi/g, "i")
  .replace(/m(?=[bmp])/g, "n").replace(/([a-z])\1+/g, "$1");

const read = () => {
  for (const line of municipalities.split("\n")) {
    const [code, name, kana, roman, file] = line.split(","), keys = [name, kana, code].map(fold);
    if (code[2]) places.push({
      code, file, keys, words: [...keys, ...home.map(fold), fold(home[0] + name)] + "",
      texts: [name, english ? roman : kana, home[+english], file ? "" : field.dataset.missing],
    });
    else home = [name, kana];
  }
};

// Names that begin so come first, then those with data, then short ones.
const rank = ({ keys, file }, word) => !keys.some(key => key.startsWith(word)) * 99 + !file * 20 + keys[0].length;

// 0 is the field itself, 1 the first option.
const mark = to => {
  at = to;
  [...list.children].forEach((option, i) => option.ariaSelected = i + 1 === at);
  field.setAttribute("aria-activedescendant", at ? "find-" + at : "");
  list.children[at - 1]?.scrollIntoView({ block: "nearest" });
};

const show = open => {
  list.hidden = !open;
  field.ariaExpanded = open;
  mark(0);
};

const go = ({ code, file }) => location = file ? "m/" + code + ".html" : "prefecture/" + code.slice(0, 2) + ".html#m" + code;

const option = (place, i) => {
  const element = document.createElement("li");
  for (const text of place.texts) {
    const span = document.createElement("span");
    span.textContent = text;
    if (/[ぁ-龠]/.test(text)) span.lang = "ja";
    element.append(span, " ");
  }
  return Object.assign(element, { id: "find-" + (i + 1), role: "option", onclick: () => go(place) });
};

field.oninput = () => {
  if (!places[0]) read();
  const words = field.value.split(/\s/).map(fold).filter(Boolean);
  const found = places.filter(place => words[0] && words.every(word => place.words.includes(word)))
    .sort((a, b) => rank(a, words[0]) - rank(b, words[0]));
  shown = found.slice(0, 20);
  list.replaceChildren(...shown.map(option));
  find.querySelector("[role=status]").textContent =
    shown[0] ? field.dataset.found.replace("#", found.length) : words[0] && field.dataset.none;
  show(!!shown[0]);
};
field.onblur = () => show(false);
list.onpointerdown = event => event.preventDefault();
field.onkeydown = event => {
  const { key, isComposing } = event, step = { ArrowDown: 1, ArrowUp: -1 }[key], count = shown.length;
  if (isComposing || !count) return;
  if (step) {
    if (list.hidden) show(true);
    mark((at + step + count + 1) % (count + 1));
  } else if (list.hidden) return;
  else if (key === "Enter") go(shown[at && at - 1]);
  else if (key === "Escape") show(false);
  else return;
  event.preventDefault();
};
find.hidden = false;

// A browser's own search field leads here.
const asked = new URLSearchParams(location.search).get("q");
if (asked) {
  field.value = asked;
  field.focus();
  field.oninput();
}
}
