// `node lighthouse.mjs SITE BASE_PATH`: Lighthouse on the pages that a newcomer meets first, served as
// they are published. Accessibility, best practices and SEO must reach 99; performance is reported,
// since it measures the machine as well.

import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import lighthouse, { desktopConfig } from "lighthouse";
import { launch as chrome } from "chrome-launcher";
import { ARGUMENTS, installed } from "./launch.mjs";
import { serving } from "./serve.mjs";

const SCORE_MIN = 99;
const MUST = ["accessibility", "best-practices", "seo"];

const [siteArgument, basePath] = process.argv.slice(2);
const site = resolve(siteArgument);
const briefing = await readFile(`${site}/index.html`, "utf8");
const [, event] = /href="(events\/(?!index)[^"#]+\.html)/.exec(briefing.slice(briefing.indexOf("<main")));
const browser = await chrome({ chromePath: installed(), chromeFlags: ["--headless=new", ...ARGUMENTS], logLevel: "error" });
let nLow = 0;
try {
  await serving(site, basePath, async (base) => {
    for (const path of ["index.html", event, "discrepancies.html"]) await look(base, path);
  });
} finally {
  await browser.kill();
}
process.exitCode = nLow === 0 ? 0 : 1;

async function look(base, path) {
  const options = { port: browser.port, logLevel: "error", onlyCategories: ["performance", ...MUST] };
  const { lhr } = await lighthouse(`${base}${path === "index.html" ? "" : path}`, options, desktopConfig);
  if (lhr.runtimeError) throw new Error(`${path}: ${lhr.runtimeError.message}`);
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]);
  console.log(`${path}: ${scores.map((pair) => pair.join(" ")).join(", ")}`);
  for (const [id, score] of scores.filter(([id, score]) => MUST.includes(id) && !(score >= SCORE_MIN))) {
    nLow += 1;
    const lost = lhr.categories[id].auditRefs.filter(({ id: audit, weight }) => weight > 0 && lhr.audits[audit].score !== null && lhr.audits[audit].score < 1);
    console.log(`${path}: ${id} is ${score}, not ${SCORE_MIN}: ${lost.map(({ id: audit }) => `${audit} (${lhr.audits[audit].title}; ${lhr.audits[audit].explanation ?? ""})`).join(", ")}`);
  }
}
