// Lighthouse on pages of a site, served as they are published; entry point `lookAt`.

import { resolve } from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";
import { launch as chrome } from "chrome-launcher";
import { ARGUMENTS, installed } from "./launch.mjs";
import { serving } from "./serve.mjs";

/** What must be reached; performance is only told, since it measures the machine as well. */
export const SCORE_MIN = 99;
export const MUST = ["accessibility", "best-practices", "seo"];

/** The scores of each page by category, out of 100, with the audits that cost it the points. */
export async function lookAt(site, basePath, pages) {
  const browser = await chrome({ chromePath: installed(), chromeFlags: ["--headless=new", ...ARGUMENTS], logLevel: "error" });
  const looks = [];
  try {
    await serving(resolve(site), basePath, async (base) => {
      for (const path of pages) looks.push(await look(browser.port, base, path));
    });
  } finally {
    await browser.kill();
  }
  return looks;
}

/** The categories of a look that stay below what must be reached. */
export function lowIn({ scores }) {
  return MUST.filter((id) => !(scores[id] >= SCORE_MIN));
}

async function look(port, base, path) {
  const options = { port, logLevel: "error", onlyCategories: ["performance", ...MUST] };
  const { lhr } = await lighthouse(`${base}${path === "index.html" ? "" : path}`, options, desktopConfig);
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  const categories = Object.values(lhr.categories);
  const scores = Object.fromEntries(categories.map(({ id, score }) => [id, Math.round(100 * score)]));
  const costs = ({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1;
  const told = ({ id }) => [id, lhr.audits[id].title, lhr.audits[id].explanation].filter(Boolean).join("; ");
  const lost = Object.fromEntries(categories.map(({ id, auditRefs }) => [id, auditRefs.filter(costs).map(told)]));
  return { path, scores, lost };
}
