// The page beside the text: the site's own HTML in a frame in which no script runs.

export const preview = (frame, base) => {
  const policy = window.trustedTypes?.createPolicy("madoguchi-preview", { createHTML: html => html });
  const trusted = html => policy ? policy.createHTML(html) : html;
  // Addresses are relative to the page's own place, which the frame does not have. Links open beside the editor,
  // so that the text is not left.
  const placed = (html, path) => {
    const page = new DOMParser().parseFromString(trusted(html), "text/html");
    const place = new URL(path, base);
    for (const script of page.querySelectorAll("script, meta[http-equiv]")) script.remove();
    for (const link of page.querySelectorAll("[href]")) {
      const href = link.getAttribute("href");
      if (href.startsWith("#")) continue;
      link.setAttribute("href", new URL(href, place).href);
      if (link.localName === "a") link.target = "_blank";
      if (link.localName === "a") link.rel = "noopener";
    }
    return page;
  };
  // Which page the frame holds: none while one is on its way, since a document that is being read cannot be changed.
  let shown, asked, number = 0;
  frame.addEventListener("load", () => {
    // A frame is loaded empty before anything is asked for, and what was on its way may be overtaken.
    if (frame.contentDocument?.documentElement.dataset.asked === String(number)) shown = asked;
  });
  return (html, path) => {
    const page = placed(html, path);
    const there = frame.contentDocument;
    if (shown === path && there?.querySelector("main")) {
      // The same page with other words: it stays where it was scrolled to.
      const { scrollX, scrollY } = frame.contentWindow;
      there.title = page.title;
      there.querySelector("main").replaceWith(there.adoptNode(page.querySelector("main")));
      frame.contentWindow.scrollTo(scrollX, scrollY);
    } else {
      page.documentElement.dataset.asked = ++number;
      [shown, asked] = [undefined, path];
      frame.srcdoc = trusted("<!DOCTYPE html>" + page.documentElement.outerHTML);
    }
  };
};
