// `node pictures.mjs SITE FOLDER`: the head of the first event's page as README shows it, in light and dark, as WebP.

import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./launch.mjs";

const WIDTH = 1200;
const HEIGHT = 820;
/** Of WebP, from 0 to 100: letters stay sharp, and a picture has some forty kilobytes. */
const QUALITY = 70;

const [site, folder] = process.argv.slice(2).map((path) => resolve(path));
const briefing = await readFile(join(site, "index.html"), "utf8");
const [, event] = /href="(events\/(?!index)[^"#]+\.html)/.exec(briefing.slice(briefing.indexOf("<main"))) ?? [];
if (!event) throw new Error("the briefing leads to no event");
const browser = await launch();
for (const scheme of ["light", "dark"]) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT }, colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(pathToFileURL(join(site, event)).href, { waitUntil: "load" });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  const bytes = Buffer.from(data, "base64");
  await writeFile(join(folder, `event-${scheme}.webp`), bytes);
  console.log(`event-${scheme}.webp: ${bytes.length} bytes of ${event}`);
  await page.close();
}
await browser.close();
