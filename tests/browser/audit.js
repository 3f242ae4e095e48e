// Runs in a page of the site: axe-core, the width of the page, and what the page refused to load. The
// result is written into an attribute of the root element, where the gate reads it.
(async () => {
  const results = await axe.run(document, { resultTypes: ["violations"] });
  const violations = results.violations.map((found) => ({
    id: found.id,
    help: found.help,
    where: found.nodes.slice(0, 3).map((node) => node.target.join(" ")),
  }));
  const frame = document.scrollingElement;
  const report = { violations, passes: results.passes.length, width: frame.scrollWidth, view: frame.clientWidth };
  document.documentElement.setAttribute("data-audit", JSON.stringify(report));
})();
