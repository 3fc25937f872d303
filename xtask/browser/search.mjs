// The search finds words in every script, by keys alone, on a disk as from a server; it is tried on
// the made-up edition of tests/search/project, of which it is known what should be found.

import { readFile } from "node:fs/promises";
import { checkAccessible } from "./accessible.mjs";
import { atRest, tabTo, targetInView } from "./focus.mjs";
import { open, within } from "./load.mjs";

const VECTORS = new URL("../../tests/search/vectors.json", import.meta.url);

/** What is typed; the addresses that must be found, and how many are; what must be marked. */
const CASES = [
  { query: "phnom pen", hrefs: ["entities/phnom-penh.html"], marks: ["Phnom", "Pen"] },
  { query: "PHNÔM", hrefs: ["entities/phnom-penh.html"], marks: ["Phnom", "Phnôm"] },
  { query: "lodz", hrefs: ["entities/lodz.html", "events/warehouse.html"], n: 2, marks: ["Łódź"] },
  { query: "1200", hrefs: ["events/warehouse.html#led-away--english", "events/warehouse.html#led-away--thai"], marks: ["1,200"] },
  { query: "ភ្នំ", hrefs: ["entities/phnom-penh.html", "sources/khmer.html"], marks: ["ភ្នំ"] },
  { query: "នាំមនុស្ស", hrefs: ["events/warehouse.html#led-away--khmer"], marks: ["នាំមនុស្ស"] },
  { query: "ดัง", hrefs: ["events/warehouse.html#led-away--thai", "sources/thai.html"], marks: ["ดัง"] },
  { query: "เทพ", hrefs: ["entities/bangkok.html"], n: 1, marks: ["เทพ"] },
  { query: "诈骗", hrefs: ["sources/chinese.html"], n: 1, marks: ["诈骗"] },
  { query: "库带走", hrefs: ["events/warehouse.html#led-away--chinese"], marks: ["库带走"] },
  { query: "人", hrefs: ["events/warehouse.html#led-away--chinese"], marks: ["人"] },
  // Both pairs of letters occur in the text, but not together.
  { query: "走了仓库", hrefs: [], n: 0, marks: [] },
  { query: "sok dara", hrefs: ["entities/sok-dara.html", "events/warehouse.html#signed--english"], marks: ["Sok"], first: "entities/sok-dara.html" },
  { query: "bangkok", hrefs: ["entities/bangkok.html", "events/warehouse.html"], marks: ["Bangkok"], first: "entities/bangkok.html" },
  { query: "2025-07-15", hrefs: ["events/warehouse.html"], marks: ["2025"] },
  { query: "€11", hrefs: ["about.html"], n: 1, marks: ["€11"] },
  { query: "11", hrefs: ["about.html"], marks: ["11"] },
  { query: "Bangkock", hrefs: [], n: 0, marks: [], meant: ["Bangkok"] },
  { query: "sok dara signed", hrefs: ["events/warehouse.html#signed--english"], marks: ["Sok", "Dara", "signed"] },
  { query: "warehouse zebra", hrefs: [], n: 0, marks: [] },
  { query: "warehous signd", hrefs: [], n: 0, marks: [], meant: ["warehous signed"] },
  { query: "<img src=x>", hrefs: [], n: 0, marks: [] },
];

/** Words far into the long text of the trial's about page, of which a result shows a part. */
const LONG = ["uranium", "ស្ពាន់"];

/** Everything about the search below one base address. */
export async function checkSearch({ browser, base, axe, say, patience }, report) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patience);
  if (axe) await context.addInitScript({ path: axe });
  const page = await open(context, `${base}search.html`, within(base), report);
  await checkTerms(page, report);
  for (const one of CASES) await checkCase(page, base, one, report);
  for (const query of LONG) await checkCut(page, query, report);
  await checkKeys(page, base, report);
  await checkHeader(page, base, report);
  if (axe) await checkResultsAccessible(page, report);
  say(`search: ${CASES.length} queries below ${base.slice(0, 24)}`);
  await context.close();
}

/** The page cuts texts into the terms that the program put into the index. */
async function checkTerms(page, report) {
  const vectors = JSON.parse(await readFile(VECTORS, "utf8"));
  const cut = await page.evaluate((texts) => texts.map((text) => self.variorumTerms.cut(text).map((token) => [token, self.variorumTerms.isRun(token)])), vectors.map(([text]) => text));
  vectors.forEach(([text, terms], i) => {
    const expected = new Set(terms);
    for (const [token, isRun] of cut[i]) {
      const chars = [...token];
      const needed = isRun && chars.length > 1 ? chars.slice(1).map((c, j) => chars[j] + c) : [token];
      for (const term of needed) if (!expected.has(term)) report("search", `“${text}” is cut into “${term}”, which the index does not hold`);
    }
    // A figure is a term of its own without the sign of its currency.
    const words = terms.filter((term) => !cut[i].some(([token, isRun]) => token === term || token.replace(/^\p{Sc}/u, "") === term || (isRun && token.includes(term))));
    if (words.length > 0) report("search", `“${text}” is not cut into ${words.join(", ")}`);
  });
}

async function checkCase(page, base, { query, hrefs, n, marks, meant = [], first }, report) {
  await ask(page, query);
  const { status, found, marked, proposed } = await page.evaluate(results);
  if (proposed.join() !== meant.join()) report("search", `“${query}” proposes ${proposed.join() || "nothing"}, not ${meant.join() || "nothing"}`);
  if (first && found[0] !== base + first) report("search", `“${query}” finds ${found[0]} first, not ${first}`);
  const missing = hrefs.filter((href) => !found.includes(base + href));
  if (missing.length > 0) report("search", `“${query}” does not find ${missing.join(", ")}, but ${found.join(", ") || "nothing"}`);
  if (n !== undefined && found.length !== n) report("search", `“${query}” finds ${found.length}, not ${n}: ${found.join(", ")}`);
  const unmarked = marks.filter((mark) => !marked.includes(mark));
  if (unmarked.length > 0) report("search", `“${query}” does not mark ${unmarked.join(", ")}, but ${marked.join(", ")}`);
  if (!(found.length === 0 ? /Nothing/ : /\d result/).test(status)) report("search", `“${query}” says “${status}”`);
}

/** What is shown of a long text begins and ends with whole words, or whole letters where no spaces are. */
async function checkCut(page, query, report) {
  const about = await readFile(new URL("../../tests/search/project/content/pages/about.md", import.meta.url), "utf8");
  const words = new Set(about.match(/[\p{L}\p{N}\p{M}]+/gu));
  await ask(page, query);
  const said = await page.evaluate(() => document.querySelector("#results li a[href='about.html']")?.closest("li").lastElementChild.textContent ?? "");
  const shown = said.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  if (!said.startsWith("…") || !said.includes(query)) report("search", `“${query}” shows “${said}”`);
  else if (/^…\p{M}/u.test(said)) report("search", `“${query}” shows a cut letter: “${said}”`);
  else if (/^[\x20-\x7f]/u.test(said[1]) && !words.has(shown[0])) report("search", `“${query}” shows a cut word: “${said}”`);
  else if (said.endsWith("…") && !words.has(shown.at(-1))) report("search", `“${query}” shows a cut word at the end: “${said}”`);
}

/** From the top of the page to a result and back by keys, the query staying in the address. */
async function checkKeys(page, base, report) {
  await page.goto(`${base}search.html`);
  await atRest(page);
  await tabTo(page, { isGoal: ({ id }) => id === "q", nPressesMax: 14, goal: "the search field" }, report);
  await page.keyboard.type("signed", { delay: 5 });
  await settled(page);
  await page.keyboard.press("Enter");
  await settled(page);
  await atRest(page);
  const { found } = await page.evaluate(results);
  await tabTo(page, { isGoal: ({ href }) => found.includes(href) && href.includes("#"), nPressesMax: 4, goal: "a result" }, report);
  await page.keyboard.press("Enter");
  await page.waitForURL(/events\/warehouse\.html#/);
  if (!(await targetInView(page))) report("search", `${page.url()} does not show what was found`);
  await page.goBack();
  if (!page.url().endsWith("search.html?q=signed")) report("search", `going back leads to ${page.url()}`);
  await settled(page);
  const again = await page.evaluate(results);
  if (again.found.join() !== found.join()) report("search", "going back does not show the results again");
}

/** The field in the head of every page asks the search page, with nothing of the search loaded before. */
async function checkHeader(page, base, report) {
  await page.goto(`${base}events/warehouse.html`);
  await page.locator(".masthead input").fill("sok dara");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\.html\?q=sok(\+|%20)dara$/);
  await settled(page);
  const { found } = await page.evaluate(results);
  if (found[0] !== `${base}entities/sok-dara.html`) report("search", `the field in the head finds ${found[0] ?? "nothing"}`);
}

async function checkResultsAccessible(page, report) {
  await ask(page, "phnom");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await checkAccessible(page, `${colorScheme}, with results`, report);
  }
}

async function ask(page, query) {
  await page.locator("#q").fill(query);
  await settled(page);
}

/** Waits until the page has answered what stands in the field. */
function settled(page) {
  return page.waitForFunction(() => document.getElementById("search").dataset.answered === document.getElementById("q").value.trim());
}

/** Runs in the page. */
function results() {
  const shown = [...document.querySelectorAll("#results > section:not([hidden])")];
  return {
    status: document.getElementById("found").textContent,
    proposed: [...document.querySelectorAll("#meant:not([hidden]) a")].map((a) => a.textContent),
    found: shown.flatMap((group) => [...group.querySelectorAll("li a")].map((a) => a.href)),
    marked: [...new Set(shown.flatMap((group) => [...group.querySelectorAll("mark")].map((mark) => mark.textContent)))],
  };
}
