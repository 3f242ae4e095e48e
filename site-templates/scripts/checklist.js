// Ticks stay on the device: nothing is sent. Without this script they last as long as the page.
const form = document.querySelector("form.sheet");
const boxes = [...form.querySelectorAll("input")];
const name = `checklist:${form.dataset.key}`;

// A browser may refuse to store anything.
function stored(use) {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

const ticked = stored((store) => store.getItem(name));
if (ticked !== null) {
  const names = new Set(ticked.split(" "));
  for (const box of boxes) box.checked = names.has(box.name);
}
form.addEventListener("change", () => {
  const names = boxes.filter((box) => box.checked).map((box) => box.name);
  stored((store) => (names.length ? store.setItem(name, names.join(" ")) : store.removeItem(name)));
});
form.addEventListener("reset", () => stored((store) => store.removeItem(name)));
form.addEventListener("submit", (event) => event.preventDefault());
const print = form.querySelector("[data-print]");
print.hidden = false;
print.addEventListener("click", () => window.print());
