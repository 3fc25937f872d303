// Opens every page of a built site as people meet it: from a disk, from a server's root, from below
// a path, light and dark, narrow and wide, with and without scripts; entry point `checkSite`.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { readFile } from "node:fs/promises";
import { checkAccessible } from "./accessible.mjs";
import { checkFilters } from "./filters.mjs";
import { launch } from "./launch.mjs";
import { checkPaper, checkWidths } from "./layout.mjs";
import { checkLinks, linksOf } from "./links.mjs";
import { checkMeasures } from "./measures.mjs";
import { open, within } from "./load.mjs";
import { checkNoScript, shownIn } from "./noscript.mjs";
import { filesOf, spread } from "./pages.mjs";
import { checkPolicy } from "./policy.mjs";
import { checkReading } from "./reading.mjs";
import { checkSearch } from "./search.mjs";
import { serving } from "./serve.mjs";
import { walkByKeys, walkWithoutScripts } from "./walk.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const N_AT_ONCE = 3;

/** Of any site. */
const PASSES = { disk: fromDisk, root: fromRoot, "sub-path": fromSubPath, "not-found": notFound };

/** Of an edition: by keys and without scripts. Of the edition made for it: what the search finds. */
const OF_EDITIONS = { walks, search, "search-served": searchServed };

/** Returns the problems found, `{page, where, kind, what}`, sorted; of the `chosen` pages, else of all. `say` hears
    how far it is, and what does not happen within `patience` milliseconds never will. */
export async function checkSite(site, { passes = Object.keys(PASSES), chosen, say = () => {}, patience = 20_000 } = {}) {
  const files = await filesOf(site);
  const missing = (chosen ?? []).filter((path) => !files.includes(path));
  if (missing.length > 0) throw new Error(`${site} has no ${missing.join(", ")}`);
  const pages = chosen ?? files.filter((path) => path.endsWith(".html") && path !== "404.html");
  const run = { site, files, pages, patience, browser: await launch() };
  const problems = [];
  try {
    for (const name of passes) {
      const start = Date.now();
      const found = await perform(run, name, say);
      problems.push(...found);
      say(`${name}: ${pages.length} pages, ${found.length} problems, ${((Date.now() - start) / 1000).toFixed(1)} s`);
    }
  } finally {
    await run.browser.close();
  }
  return unique(problems);
}

/** One pass; if the browser itself dies in it, which says nothing about the pages, once more. */
async function perform(run, name, say) {
  for (let isLastTry = false; ; isLastTry = true) {
    const problems = [];
    try {
      await { ...PASSES, ...OF_EDITIONS }[name]({ ...run, say }, (page, kind, what) => problems.push({ page, where: name, kind, what }));
      return problems;
    } catch (error) {
      if (isLastTry || run.browser.isConnected()) throw error;
      say(`${name}: the browser died (${error.message.split("\n")[0]}); once more`);
      run.browser = await launch();
    }
  }
}

/** Every page and drawing opens from the disk, where scripts may fetch nothing. */
async function fromDisk({ site, files, pages, browser }, report) {
  const drawings = files.filter((path) => path.endsWith(".svg"));
  await loadAll(browser, [...pages, ...drawings], `${pathToFileURL(site).href}/`, report);
}

/** Every page opens below a path, as on a project site. */
async function fromSubPath({ site, pages, browser }, report) {
  await serving(site, "/some/project/", (url) => loadAll(browser, pages, url, report));
}

/** The whole inspection, once, from a server's root. */
async function fromRoot({ site, files, pages, browser }, report) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  // Not by addScriptTag: the pages' own policy forbids it, and stays in force here.
  await context.addInitScript({ path: AXE });
  const bare = await browser.newContext({ javaScriptEnabled: false });
  await serving(site, "/", async (base) => {
    const found = new Map();
    await spread(pages, N_AT_ONCE, async (path) => {
      found.set(path, await inspect({ context, bare, base, path }, (kind, what) => report(path, kind, what)));
    });
    checkLinks(found, new Set(files), base, report);
  });
  await context.close();
  await bare.close();
}

async function inspect({ context, bare, base, path }, report) {
  const page = await open(context, base + path, within(base), report);
  const links = await linksOf(page);
  const withScripts = await shownIn(page);
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await checkWidths(page, scheme, report);
    await checkAccessible(page, `${scheme}, wide`, report);
  }
  await page.setViewportSize({ width: 360, height: 900 });
  await checkAccessible(page, "dark, narrow", report);
  await checkPaper(page, report);
  await page.close();
  const still = await open(bare, base + path, within(base), report);
  checkNoScript(await shownIn(still), withScripts, report);
  await checkPolicy(still, report);
  await still.close();
  return links;
}

/** The one page that does not know where it is shown: its address is that of whatever is missing. */
async function notFound({ site, files, browser }, report) {
  const html = await readFile(`${site}/404.html`, "utf8").catch(() => null);
  if (html === null) return;
  const context = await browser.newContext({ reducedMotion: "reduce" });
  await context.addInitScript({ path: AXE });
  // An edition without an address does not know below which path it is served.
  const isLost = /<script src="?assets\/lost(-[0-9a-f]{8})?\.js/.test(html);
  await serving(site, isLost ? "/at/some/base/" : baseOf(html, files), async (url) => {
    const address = `${url}no/such/page.html`;
    const page = await open(context, address, within(url), (kind, what) => {
      // The page itself is answered with 404, which the browser logs as an error, and so are the
      // places where a page without an address looks for what it needs.
      const isExpected = isLost ? /\/assets\/[\w-]+\.(css|js)\b/.test(what) || what.includes(address) : what.endsWith(`(${address})`);
      if (!(isExpected && (isLost || kind === "console"))) report("404.html", kind, what);
    });
    if (isLost) {
      const [home, display] = await page.evaluate(() => [document.querySelector("main a").href, getComputedStyle(document.querySelector(".masthead")).display]);
      if (home !== `${url}index.html` || display !== "flex") report("404.html", "link", `leads to ${home}, with ${display} as its head`);
    }
    await checkWidths(page, "light", (kind, what) => report("404.html", kind, what));
    await checkAccessible(page, "light", (kind, what) => report("404.html", kind, what));
  });
  await context.close();
}

/** The path that the 404 page was built for: what stands before the name of its stylesheet. */
function baseOf(html, files) {
  const [, address] = /<link[^>]*href="?(\/[^\s">]+\.css)/.exec(html) ?? [];
  const name = files.find((path) => address?.endsWith(`/${path}`));
  return name ? address.slice(0, -name.length) : "/";
}

async function walks(run, report) {
  await serving(run.site, "/", async (base) => {
    for (const [name, walk] of [["by keys", walkByKeys], ["without scripts", walkWithoutScripts], ["filters", checkFilters], ["reading", checkReading], ["measures", checkMeasures]]) {
      const told = (kind, what) => report(name, kind, what);
      await walk({ ...run, base, axe: AXE }, told).catch((error) => told("walk", error.message.split("\n")[0]));
    }
  });
}

/** From a disk, where scripts may fetch nothing. */
function search(run, report) {
  return searchFrom(run, { base: `${pathToFileURL(run.site).href}/` }, report);
}

/** From below a path. */
async function searchServed(run, report) {
  await serving(run.site, "/some/project/", (base) => searchFrom(run, { base, axe: AXE }, report));
}

function searchFrom(run, place, report) {
  const told = (kind, what) => report("search.html", kind, what);
  return checkSearch({ ...run, ...place }, told).catch((error) => told("search", error.message.split("\n")[0]));
}

async function loadAll(browser, pages, base, report) {
  const context = await browser.newContext();
  await spread(pages, N_AT_ONCE, async (path) => {
    const page = await open(context, base + path, within(base), (kind, what) => report(path, kind, what));
    await page.close();
  });
  await context.close();
}

function unique(problems) {
  const lines = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...lines.keys()].sort().map((line) => lines.get(line));
}
