// The page for missing addresses, in an edition that does not say below which path it stands. The page
// asks for this script in its own folder and in those above it; where it was found, the edition is.
"use strict";
(() => {
  const { currentScript, documentElement: page } = document;
  if ("found" in page.dataset) return;
  page.dataset.found = "";
  const root = currentScript.src.replace(/assets\/[^/]*$/, "");
  for (const element of document.querySelectorAll("a[href], link[href], form[action]")) {
    const name = element.matches("form") ? "action" : "href";
    const address = element.getAttribute(name);
    if (!/^([a-z][a-z+.-]*:|[/#])/i.test(address)) element.setAttribute(name, root + address.replace(/^(\.\.\/)+/, ""));
  }
})();
