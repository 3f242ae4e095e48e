// An open page follows the files that it was made of.
(() => {
  const made = document.currentScript.dataset.made;
  let panel;

  // The same page again, where it is another now; the browser keeps the place in it.
  const follow = async () => {
    const answer = await fetch(location.href, { method: "HEAD", cache: "no-store" });
    const now = (answer.headers.get("etag") || "").replace(/"/g, "");
    if (now !== made) location.reload();
  };

  const restyle = () => {
    for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
      const link = old.cloneNode();
      const address = new URL(old.href);
      address.searchParams.set("at", Date.now());
      link.href = address.href;
      link.onload = () => old.remove();
      old.after(link);
    }
  };

  const show = (said) => {
    if (panel) panel.remove();
    panel = undefined;
    if (!said.report) return;
    panel = document.createElement("aside");
    const inside = panel.attachShadow({ mode: "open" });
    const style = new CSSStyleSheet();
    style.replaceSync(
      ":host{position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:9;padding:.75rem 1rem;" +
        "background:Canvas;color:CanvasText;border-top:4px solid;font:14px/1.5 ui-monospace,monospace}" +
        "pre{margin:.5rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere}button{float:right;font:inherit}",
    );
    inside.adoptedStyleSheets = [style];
    const close = document.createElement("button");
    close.textContent = said.close;
    close.onclick = () => panel.remove();
    const title = document.createElement("strong");
    title.textContent = said.title;
    const report = document.createElement("pre");
    report.textContent = said.report;
    inside.append(close, title, report);
    panel.setAttribute("role", "status");
    document.body.append(panel);
  };

  const events = new EventSource("/.madoguchi/events");
  events.onmessage = (event) => {
    const said = JSON.parse(event.data);
    show(said);
    if (said.only_styles) restyle();
    // Of what came before, something may not have been heard.
    follow();
  };
})();
