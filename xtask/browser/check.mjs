// `node check.mjs SITE [PASS..] [--pages PAGE..]`: prints what is wrong with a built site, or with some pages of
// it, and fails if anything is.

import { checkSite } from "./check-site.mjs";
import { resolve } from "node:path";

const [site, ...words] = process.argv.slice(2);
const [passes, pages] = words.includes("--pages") ? [words.slice(0, words.indexOf("--pages")), words.slice(words.indexOf("--pages") + 1)] : [words];
const options = { say: console.log, ...(passes.length > 0 && { passes }), ...(pages && { chosen: pages }) };
const problems = await checkSite(resolve(site), options);
for (const { page, where, kind, what } of problems) console.log(`${page} [${where}] ${kind}: ${what}`);
console.log(problems.length === 0 ? "every page is fine in the browser" : `${problems.length} problems in the browser`);
process.exitCode = problems.length === 0 ? 0 : 1;
