// Furigana, where a reader switches them on. The words with their readings in brackets
// (`[持:も]ち[物:もの]`) are loaded only then; the policy lets nothing else be loaded.
{
const { classList } = document.body, script = document.currentScript;
const source = script.src.replace("reading.js", "readings.js");
const policy = window.trustedTypes?.createPolicy("madoguchi", { createScriptURL: () => source });
const button = document.createElement("button"), item = document.createElement("li");
let loaded;

// Only runs of kanji that known words cover whole: a part of an unknown word may be read otherwise.
const spell = () => {
  const known = new Map(readings.split(" ").map(text => [text.replace(/\[(.+?):.+?\]/g, "$1"), text]));
  const words = [...known.keys()].sort((a, b) => b.length - a.length).join("|");
  const word = new RegExp(words, "g"), run = new RegExp(`((?<![㐀-鿿々])(?:${words})+(?![㐀-鿿々]))`);
  const walker = document.createTreeWalker(document.body, 4, node =>
    node.parentNode.closest("code,pre,script,style,svg,button,[lang=en],[role=status]") ? 2 : 1);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = node.data.split(run);
    if (parts[1]) node.replaceWith(...parts.flatMap((part, i) => i % 2 ? ruby(part.replace(word, found => known.get(found))) : part));
  }
};

const ruby = text => text.split(/\[(.+?):(.+?)\]/).map((part, i, parts) => {
  if (i % 3 !== 1) return i % 3 ? "" : part;
  const element = document.createElement("ruby"), reading = document.createElement("rt");
  reading.textContent = parts[i + 1];
  element.append(part, reading);
  return element;
});

const set = on => {
  button.ariaPressed = on;
  classList.toggle("furigana", on);
  if (!on || loaded) return;
  loaded = document.createElement("script");
  loaded.src = policy ? policy.createScriptURL("") : source;
  loaded.onload = spell;
  document.head.append(loaded);
};

button.className = "switch";
button.textContent = script.dataset.label;
button.onclick = () => {
  const on = !classList.contains("furigana");
  set(on);
  try {
    localStorage.furigana = on;
  } catch {}
};
item.append(button);
document.querySelector(".languages").append(item);
set(false);
try {
  set(localStorage.furigana === "true");
} catch {}
}
