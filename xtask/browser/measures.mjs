// What a reader has to go through, measured: rows of the head, screens of a telephone, printed pages, words before
// the lists; entry point `checkMeasures`. An edition of twelve sheets or so must stay within these.

import { open, within } from "./load.mjs";

const TABLET = { width: 768, height: 1024 };
const PHONE = { width: 360, height: 800 };

/** The page of an event, with its charts closed as telephones show them. */
const N_SCREENS_MAX = 6;

/** The briefing is two minutes of reading before its lists begin, and two sheets of paper. */
const N_WORDS_MAX = 500;
const N_SHEETS_MAX = 2;

/** Of the briefing, and of the longest page of an event that is not divided. */
export async function checkMeasures({ files, browser, base, say }, report) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const at = (path) => open(context, base + path, within(base), report);
  const page = await at("index.html");
  await head(await at("events/index.html"), report);
  const nWords = await page.evaluate(wordsBeforeLists);
  if (nWords > N_WORDS_MAX) report("measure", `the briefing has ${nWords} words before its lists, more than ${N_WORDS_MAX}`);
  for (const format of ["A4", "Letter"]) {
    const nSheets = sheetsOf(await page.pdf({ format }));
    if (nSheets > N_SHEETS_MAX) report("measure", `the briefing takes ${nSheets} sheets of ${format}, more than ${N_SHEETS_MAX}`);
    say(`the briefing: ${nWords} words before its lists, ${nSheets} sheets of ${format}`);
  }
  const screens = new Map();
  for (const path of files.filter((name) => /^events\/[^/]+\.html$/.test(name) && name !== "events/index.html")) {
    const event = await at(path);
    await event.setViewportSize(PHONE);
    screens.set(path, (await event.evaluate(() => document.documentElement.scrollHeight)) / PHONE.height);
    await event.close();
  }
  const [path, n] = [...screens].sort(([, a], [, b]) => b - a)[0] ?? ["no event", 0];
  if (n > N_SCREENS_MAX) report("measure", `${path} takes ${n.toFixed(1)} screens of a telephone, more than ${N_SCREENS_MAX}`);
  say(`the longest event: ${path}, ${n.toFixed(1)} screens of a telephone`);
  await context.close();
}

/** The field of the search shares a row with the menu. */
async function head(page, report) {
  await page.setViewportSize(TABLET);
  const [menu, field] = await page.evaluate(() => [".masthead nav", ".masthead input"].map((one) => document.querySelector(one).getBoundingClientRect().toJSON()));
  if (field.top > menu.bottom) report("measure", `the search stands in a row of its own below the menu at ${TABLET.width} px`);
}

/** Runs in the page: the words of sentences that stand before the lists, those of drawings not among them. */
function wordsBeforeLists() {
  const parts = [...document.querySelectorAll(".title, #highlights, #overview")].map((part) => part.cloneNode(true));
  for (const part of parts) for (const figure of part.querySelectorAll("figure")) figure.remove();
  const words = parts.flatMap((part) => part.textContent.split(/\s+/u));
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** How many pages a PDF of the browser has: the largest count in its tree of pages. */
function sheetsOf(pdf) {
  const counts = [...pdf.toString("latin1").matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g)];
  return Math.max(0, ...counts.map((count) => Number(count[1] ?? count[2])));
}
