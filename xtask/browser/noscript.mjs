// Without JavaScript the page still shows what it is about.

/** What `main` shows, as letters; runs in the page. */
export function shownIn(page) {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const heading = document.querySelector("main h1, h1");
    const visible = (element) => element !== null && element.getClientRects().length > 0;
    // A filter is a tool that only scripts bring; what it filters is there without them.
    const lettersOf = (element) => (visible(element) ? element.innerText.replace(/\s+/g, "").length : 0);
    return { heading: visible(heading), letters: lettersOf(main) - lettersOf(document.getElementById("filter")) };
  });
}

/** Compares what is shown without scripts with what is shown with them. */
export function checkNoScript(without, withScripts, report) {
  if (!without.heading) report("noscript", "no visible h1 without JavaScript");
  const enough = without.letters > 0 && without.letters >= 0.75 * withScripts.letters;
  if (!enough) report("noscript", `main shows ${without.letters} letters without JavaScript, ${withScripts.letters} with it`);
}
