// Quoted words stand beside a link to them while it is hovered or focused, and addresses can be copied; entry
// point `checkReading`. What WCAG 1.4.13 asks of such words: they can be sent away, pointed at, and they stay.

import { checkAccessible } from "./accessible.mjs";
import { open, within } from "./load.mjs";
import { filesOf } from "./pages.mjs";

const BOX = "#reading-quotes";
const WAIT_MS = 700;

/** On the first page of an event that has a citation of its own. */
export async function checkReading({ site, browser, base, axe, say }, report) {
  const events = (await filesOf(site)).filter((path) => path.startsWith("events/") && path.endsWith(".html"));
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  // Not by addScriptTag: the pages' own policy forbids it, and stays in force here.
  await context.addInitScript({ path: axe });
  for (const path of events) {
    const page = await open(context, base + path, within(base), report);
    if ((await page.locator("a.cite").count()) > 0) {
      await inspect(page, report);
      await page.close();
      say(`reading: ${path}`);
      break;
    }
    await page.close();
  }
  await context.close();
}

async function inspect(page, report) {
  const link = page.locator("a.cite").first();
  const isShown = () => page.locator(BOX).isVisible();
  const wait = () => page.waitForTimeout(WAIT_MS);
  await link.hover();
  await wait();
  if (!(await isShown())) return report("reading", "the quoted words are not shown beside a citation that is hovered");
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await checkAccessible(page, `quoted words shown, ${colorScheme}`, report);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const target = await link.getAttribute("href");
  const [told, quoted] = await page.evaluate(wordsOf, target);
  if (!quoted.some((quote) => told.includes(quote))) report("reading", `“${told}” is not what ${target} quotes`);
  await page.locator(BOX).hover();
  await wait();
  if (!(await isShown())) report("reading", "the words go when the pointer moves onto them");
  await page.keyboard.press("Escape");
  if (await isShown()) report("reading", "Escape does not send the words away");
  await page.mouse.move(0, 0);
  await page.keyboard.press("Tab");
  await link.focus();
  await wait();
  if (!(await isShown())) report("reading", "the words are not shown beside a citation that has the focus");
  if ((await link.getAttribute("aria-describedby")) !== BOX.slice(1)) report("reading", "the words are no description of the link");
  await page.evaluate(() => document.activeElement.blur());
  await wait();
  if (await isShown()) report("reading", "the words stay when the focus goes");
  await page.locator(".copy").click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const own = await page.evaluate(() => document.querySelector("link[rel=canonical]")?.href ?? location.href);
  if (copied !== own) report("reading", `the button copies ${copied}`);
}

/** Runs in the page: the words beside the link, and the quotations at its target. */
function wordsOf(target) {
  const told = document.querySelector("#reading-quotes").textContent;
  const answers = document.getElementById(target.slice(1));
  const figure = answers.querySelector("a[href*='#quote-']")?.getAttribute("href");
  const quotes = [...answers.querySelectorAll("q"), ...[...document.querySelectorAll("q a")].filter((link) => link.getAttribute("href") === figure)];
  return [told, quotes.map((quote) => quote.textContent.trim())];
}
