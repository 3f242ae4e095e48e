// Ticks stay on the device: nothing is sent. Without this script they last as long as the page.
{
const form = document.querySelector(".sheet"), [button, hint] = form.querySelectorAll("[data-print]");
const boxes = [...form.querySelectorAll("input")], name = "checklist:" + form.dataset.key;
button.hidden = false;
button.onclick = () => window.print();
// A browser may refuse to store anything.
try {
  const store = localStorage, ticked = store[name];
  hint.hidden = false;
  if (ticked) for (const box of boxes) box.checked = ticked.split(" ").includes(box.name);
  form.onreset = () => store.removeItem(name);
  form.onchange = () => {
    const names = boxes.filter(box => box.checked).map(box => box.name);
    if (names[0]) store[name] = names.join(" ");
    else form.onreset();
  };
} catch {}
}
