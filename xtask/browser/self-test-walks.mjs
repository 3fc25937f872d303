// The walks and the search check find what they are for: copies of built editions are broken in one
// way each and must be reported. EDITION is any edition, SEARCH_TRIAL that of tests/search/project.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, test } from "node:test";
import { checkSite } from "./check-site.mjs";

const CSS = "assets/variorum.css";

/** Pass, what is broken, in which file, and the kind of problem that must come of it. */
const FAULTS = [
  ["walks", "focus that does not show", CSS, (css) => `${css}\n:focus-visible { outline: none !important; }`, "focus"],
  ["walks", "a head that covers what has the focus", CSS, (css) => `${css}\n.masthead { position: fixed; inset: 0; background: red; z-index: 99; }`, "focus"],
  ["walks", "a skip link that leads nowhere", "index.html", (html) => html.replace('href="#content"', 'href="#nowhere"'), "walk"],
  ["walks", "quotes that do not lead back", "sources/", (html) => html.replaceAll("../events/", "../data.html?"), "walk"],
  ["walks", "a filter that hides nothing", "assets/discrepancies.js", (js) => js.replace("item.hidden = !fits(item)", "item.hidden = false"), "filter"],
  ["walks", "quoted words that can hardly be read", "assets/reading.css", (css) => `${css}\n#reading-quotes, #reading-quotes * { color: #ddd !important; background: #eee !important; }`, "axe"],
  ["walks", "a search field below the menu", CSS, (css) => `${css}\n.masthead form { flex-basis: 100%; }`, "measure"],
  ["walks", "a briefing of many sheets", CSS, (css) => `${css}\n@media print { .part { padding-block: 9cm !important; } }`, "measure"],
  ["walks", "an event of many screens", CSS, (css) => `${css}\n.part { padding-block: 50rem; }`, "measure"],
  ["walks", "a briefing of many words", "index.html", (html) => html.replace("</h1>", `</h1><p>${"word ".repeat(500)}</p>`), "measure"],
  ["search", "accents that are not folded", "assets/search-terms.js", (js) => js.replace("\\u0300-\\u036f", ""), "search"],
  ["search", "pairs that are not looked up in the text", "assets/search-index.js", (js) => js.replace("length > 2", "length > 99"), "search"],
  ["search", "an index that is not there", "search/index.js", () => "", "search"],
  ["search", "matches that are not marked", "assets/search.js", (js) => js.replace('make("mark"', 'make("span"'), "search"],
  ["search", "results that begin within a word", "assets/search.js", (js) => js.replace("space >= 0", "false"), "search"],
  ["search", "a query that is not kept in the address", "assets/search.js", (js) => js.replace("history.replaceState", "void "), "search"],
];

/** The files of a folder, or the one of a name, which may have a digest in it. */
async function filesAt(site, where) {
  const folder = where.slice(0, where.lastIndexOf("/") + 1);
  const all = (await readdir(join(site, folder))).map((name) => folder + name);
  return where === folder ? all : all.filter((path) => path.replace(/-[0-9a-f]{8}(?=\.[a-z]+$)/, "") === where);
}

suite("broken editions", { concurrency: 3 }, () => {
  for (const [pass, what, where, change, kind] of FAULTS) {
    test(`${pass}: ${what}`, async () => {
      const site = await mkdtemp(join(tmpdir(), "broken-edition-"));
      try {
        await cp(pass === "search" ? process.env.SEARCH_TRIAL : process.env.EDITION, site, { recursive: true });
        const names = await filesAt(site, where);
        for (const name of names) {
          const before = await readFile(join(site, name), "utf8");
          await writeFile(join(site, name), change(before));
        }
        const problems = await checkSite(site, { passes: [pass], patience: 4_000 });
        assert.ok(problems.some((problem) => problem.kind === kind), JSON.stringify(problems, null, 1));
      } finally {
        await rm(site, { recursive: true });
      }
    });
  }
});
