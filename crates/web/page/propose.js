// Handing a text in: it is copied, and the repository's own page is opened for it to be pasted. What is new and short
// stands in that page's address already. Nothing is sent anywhere else.
import { byId, element } from "./dom.js";

// What an address may have so that every server takes it.
const MOST = 6000;

export const proposing = (words, repository, { text, path, code, published, name }) => {
  const state = byId("propose-state"), ways = byId("ways");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      state.textContent = words.copied;
      return true;
    } catch {
      state.textContent = words["not-copied"];
      return false;
    }
  };
  const download = () => {
    const address = URL.createObjectURL(new Blob([text()], { type: "application/yaml" }));
    const link = element("a", { href: address, download: path().split("/").pop() });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  };
  byId("copy").addEventListener("click", copy);
  byId("download").addEventListener("click", download);
  const link = (word, address) => {
    const made = element("a", { href: address(), target: "_blank", rel: "noopener noreferrer" }, word);
    // The text as it is now, also where the link is opened with the keyboard.
    made.addEventListener("click", () => {
      made.href = address();
      copy();
    });
    return element("li", {}, made);
  };
  const whole = (address, key) => {
    const more = `${address}&${key}=${encodeURIComponent(text())}`;
    return more.length <= MOST ? more : address;
  };
  const file = () => `datasets/${path()}`;
  const folder = () => file().split("/").slice(0, -1).join("/");
  const edit = () => `${repository}/edit/main/${file()}`;
  const make = () => whole(`${repository}/new/main/${folder()}?filename=${encodeURIComponent(path().split("/").pop())}`, "value");
  const issue = () => whole(`${repository}/issues/new?title=${encodeURIComponent(`${name} ${code}`)}`, "body");
  if (repository) {
    ways.replaceChildren(published ? link(words["open-file"], edit) : link(words["open-new"], make), link(words["open-issue"], issue));
  } else {
    state.textContent = words["no-repository"];
  }
  return wrong => {
    if (repository) state.textContent = wrong ? words["still-wrong"] : "";
  };
};
