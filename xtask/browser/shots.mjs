// `node shots.mjs SITE FOLDER [PAGE..]`: pictures of pages for people to look at, in three widths,
// light and dark, and as printed. A long page comes in parts that can be read.

import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./launch.mjs";
import { filesOf, spread } from "./pages.mjs";

const WIDTHS = [360, 768, 1280];
const PART_HEIGHT = 1600;
const N_PARTS_MAX = 6;

const [siteArgument, folderArgument, ...chosen] = process.argv.slice(2);
const site = resolve(siteArgument);
const folder = resolve(folderArgument);
const pages = chosen.length > 0 ? chosen : oneOfEachSort(await filesOf(site));
const browser = await launch();
await spread(pages, 2, async (path) => {
  for (const scheme of ["light", "dark"]) {
    for (const width of WIDTHS) await onScreen(path, width, scheme);
  }
  await onPaper(path);
  console.log(path);
});
await browser.close();

/** The pages at the top, the indexes, and the first page of each folder. */
function oneOfEachSort(files) {
  const pages = files.filter((path) => path.endsWith(".html"));
  const folders = new Set(pages.filter((path) => path.includes("/")).map((path) => path.split("/")[0]));
  const firsts = [...folders].map((name) => pages.find((path) => path.startsWith(`${name}/`) && !path.endsWith("/index.html")));
  const tops = pages.filter((path) => !path.includes("/") || path.endsWith("/index.html"));
  return [...tops, ...firsts.filter(Boolean)];
}

async function onScreen(path, width, scheme) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(pathToFileURL(join(site, path)).href, { waitUntil: "load" });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const nParts = Math.min(Math.ceil(height / PART_HEIGHT), N_PARTS_MAX);
  for (let part = 0; part < nParts; part += 1) {
    const y = part * PART_HEIGHT;
    const clip = { x: 0, y, width, height: Math.min(PART_HEIGHT, height - y) };
    await page.screenshot({ path: `${named(path)}-${width}-${scheme}-${part + 1}.png`, clip, fullPage: true });
  }
  if (nParts * PART_HEIGHT < height) console.log(`${path} at ${width}: ${height} px, the first ${nParts} parts are shown`);
  await page.close();
}

async function onPaper(path) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(site, path)).href, { waitUntil: "load" });
  const pdf = `${named(path)}-print.pdf`;
  await page.pdf({ path: pdf, format: "A4", printBackground: false });
  execFileSync("pdftoppm", ["-r", "80", "-l", String(N_PARTS_MAX), "-png", pdf, `${named(path)}-print`]);
  rmSync(pdf);
  await page.close();
}

function named(path) {
  return join(folder, path.replace(/\.html$/, "").replaceAll("/", "-"));
}
