// Furigana, where a reader switches them on. readings.js, words with their readings in brackets
// (`[持:も]ち[物:もの]`), is loaded only then; the policy lets nothing else be loaded.
{
const script = document.currentScript;
const source = script.src.replace("reading.js", "readings.js");
const policy = window.trustedTypes?.createPolicy("madoguchi", { createScriptURL: () => source });
const item = document.createElement("li");
const button = document.createElement("button");
let known, word, run;

const load = () => new Promise(done => {
  const element = document.createElement("script");
  element.src = policy ? policy.createScriptURL("") : source;
  element.onload = done;
  document.head.append(element);
});

// Only runs of kanji that known words cover whole: a part of an unknown word may be read otherwise.
const learn = () => {
  known = new Map(readings.split(" ").map(text => [text.replace(/\[(.+?):.+?\]/g, "$1"), text]));
  const all = [...known.keys()].sort((a, b) => b.length - a.length).join("|");
  word = new RegExp(all, "g");
  run = new RegExp(`((?<![㐀-鿿々])(?:${all})+(?![㐀-鿿々]))`);
};

const ruby = (base, reading) => {
  const element = document.createElement("ruby");
  const rt = document.createElement("rt");
  rt.textContent = reading;
  element.append(base, rt);
  return element;
};

const spell = text => text.replace(word, found => known.get(found)).split(/\[(.+?):(.+?)\]/)
  .map((part, i, all) => i % 3 ? i % 3 < 2 ? ruby(part, all[i + 1]) : "" : part);

const add = () => {
  const refuse = "ruby,code,pre,script,style,svg,button,[lang=en],[role=status]";
  const walker = document.createTreeWalker(document.body, 4, node => node.parentElement.closest(refuse) ? 2 : 1);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const parts = node.data.split(run);
    if (parts[1]) node.replaceWith(...parts.flatMap((part, i) => i % 2 ? spell(part) : part));
  }
};

const remove = () => document.querySelectorAll("ruby").forEach(element => {
  const { parentNode } = element;
  element.replaceWith(element.firstChild);
  parentNode.normalize();
});

const set = async on => {
  button.ariaPressed = on;
  document.body.className = on ? "furigana" : "";
  if (!on) return remove();
  if (!known) learn(await load());
  add();
};

button.className = "switch";
button.textContent = script.dataset.label;
button.onclick = () => {
  const on = button.ariaPressed !== "true";
  set(on);
  try {
    localStorage.furigana = on;
  } catch {}
};
item.append(button);
document.querySelector(".languages").append(item);
try {
  set(localStorage.furigana === "true");
} catch {
  set(false);
}
}
