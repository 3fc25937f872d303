// The walk that the edition is for: from the briefing to an event, to where its sources disagree, to
// the quoted words in a source, and back to the claim. By keys alone, and without scripts.

import { readFile } from "node:fs/promises";
import { atRest, tabTo, targetInView } from "./focus.mjs";
import { open, within } from "./load.mjs";

/** Presses of Tab that a stage may take: what an impatient reader bears. */
const N_PRESSES_MAX = { skip: 1, event: 30, disputes: 20, record: 30, quote: 12, back: 4 };

/** Real presses of Tab and Enter, with the focus to be seen at every one. */
export async function walkByKeys({ site, browser, base, say, patience }, report) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patience);
  const page = await open(context, `${base}index.html`, within(base), report);
  const path = () => page.url().slice(base.length);
  const nPresses = {};
  const go = async (stage, isGoal) => {
    await atRest(page);
    nPresses[stage] = await tabTo(page, { isGoal, nPressesMax: N_PRESSES_MAX[stage], goal: stage }, report);
    const before = page.url();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== before, { waitUntil: "load" });
    if (page.url().includes("#") && !(await targetInView(page))) report("walk", `${path()} does not show what it points at`);
  };
  const leads = (pattern) => ({ href }) => href.startsWith(base) && pattern.test(href.slice(base.length));
  const { event, facts } = await disputedEvent(site);
  await go("skip", leads(/#content$/));
  // A link to one answer is followed where the sources disagree on its question.
  await go("event", leads(new RegExp(`^${event}(#(${facts.join("|")})(--|$)|$)`)));
  if (!path().includes("#")) await go("disputes", leads(/#disagreements$/));
  await go("record", leads(/^discrepancies\.html#/));
  const record = path();
  await go("quote", leads(/^sources\/[^#]+#quote-/));
  const quote = path();
  await go("back", leads(/^(events|questions|entities)\/[^#]+#/));
  say(`by keys: ${event}, ${record}, ${quote}, back to ${path()}: ${Object.entries(nPresses).map((pair) => pair.join(" ")).join(", ")} presses of Tab`);
  // The browser's own key for it is no key of the page, and headless browsers lack it.
  await page.goBack();
  if (path() !== quote) report("walk", `going back leads to ${path()}, not to ${quote}`);
  await context.close();
}

/** The same walk by its links, with scripts off. */
export async function walkWithoutScripts({ site, browser, base, say, patience }, report) {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: "reduce" });
  context.setDefaultTimeout(patience);
  const page = await open(context, `${base}index.html`, within(base), report);
  const click = async (selector) => {
    const link = page.locator(selector).first();
    if ((await link.count()) === 0) throw new Error(`${page.url().slice(base.length)} has no ${selector}`);
    await link.click();
    await page.waitForLoadState("load");
  };
  const { event } = await disputedEvent(site);
  await click(`main a[href^="${event}"]`);
  await click('main a[href="#disagreements"]');
  await click('#disagreements a[href*="discrepancies.html#"]');
  const record = decodeURIComponent(new URL(page.url()).hash.slice(1));
  await click(`[id="${record}"] a[href*="#quote-"]`);
  if (!(await targetInView(page))) report("walk", `${page.url()} does not show the quoted words`);
  const quote = page.url().slice(base.length);
  await click(`[id="${new URL(page.url()).hash.slice(1)}"] a[href*="#"]`);
  if (!(await targetInView(page))) report("walk", `${page.url()} does not show the claim`);
  say(`without scripts: ${event}, ${record}, ${quote}, back to ${page.url().slice(base.length)}`);
  await context.close();
}

/** The first event that the briefing links to whose page leads to a discrepancy, and its disputed questions. */
async function disputedEvent(site) {
  const briefing = await readFile(`${site}/index.html`, "utf8");
  const main = briefing.slice(briefing.indexOf("<main"));
  for (const [, event] of main.matchAll(/href="(events\/[^"#]+\.html)/g)) {
    const page = await readFile(`${site}/${event}`, "utf8").catch(() => "");
    const records = [...page.matchAll(/href="\.\.\/discrepancies\.html#[^"]*?--([^"]+?)--/g)];
    if (records.length > 0 && event !== "events/index.html") return { event, facts: [...new Set(records.map(([, fact]) => fact))] };
  }
  throw new Error("the briefing links to no event whose sources disagree");
}
