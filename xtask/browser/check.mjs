// `node check.mjs SITE [PASS..]`: prints what is wrong with a built site and fails if anything is.

import { checkSite } from "./check-site.mjs";
import { resolve } from "node:path";

const [site, ...passes] = process.argv.slice(2);
const options = { say: console.log, ...(passes.length > 0 && { passes }) };
const problems = await checkSite(resolve(site), options);
for (const { page, where, kind, what } of problems) console.log(`${page} [${where}] ${kind}: ${what}`);
console.log(problems.length === 0 ? "every page is fine in the browser" : `${problems.length} problems in the browser`);
process.exitCode = problems.length === 0 ? 0 : 1;
