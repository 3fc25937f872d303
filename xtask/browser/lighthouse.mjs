// `node lighthouse.mjs SITE BASE_PATH`: Lighthouse on the pages that a newcomer meets first: the briefing, the first
// event that it leads to, the discrepancies. Fails where a score is too low.

import { readFile } from "node:fs/promises";
import { MUST, SCORE_MIN, lookAt, lowIn } from "./look.mjs";

const [site, basePath] = process.argv.slice(2);
const briefing = await readFile(`${site}/index.html`, "utf8");
const [, event] = /href="(events\/(?!index)[^"#]+\.html)/.exec(briefing.slice(briefing.indexOf("<main"))) ?? [];
if (!event) throw new Error("the briefing leads to no event");
const looks = await lookAt(site, basePath, ["index.html", event, "discrepancies.html"]);
for (const look of looks) {
  console.log(`${look.path}: ${Object.entries(look.scores).map((pair) => pair.join(" ")).join(", ")}`);
  for (const id of lowIn(look)) console.log(`${look.path}: ${id} is ${look.scores[id]}, not ${SCORE_MIN}: ${look.lost[id].join(", ")}`);
}
const nLow = looks.filter((look) => lowIn(look).length > 0).length;
console.log(nLow === 0 ? `every page reaches ${SCORE_MIN} in ${MUST.join(", ")}` : `${nLow} of ${looks.length} pages stay below ${SCORE_MIN}`);
process.exitCode = nLow === 0 ? 0 : 1;
