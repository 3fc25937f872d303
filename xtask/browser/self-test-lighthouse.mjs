// Lighthouse finds what it is for: a plain page passes, and pages with one fault each lose points in
// the category of the fault and in no other.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { lookAt, lowIn } from "./look.mjs";

const POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; connect-src 'self'\">";
const DESCRIPTION = '<meta name="description" content="A page with nothing wrong.">';
const ICON = '<link rel="icon" href="data:,">';

/** Head and main of each page, and the categories that it must lose points in. */
const PAGES = {
  "sound.html": [DESCRIPTION + POLICY, "<p>All is well.</p>", []],
  "faint.html": [DESCRIPTION, '<p style="color: #ddd">This can hardly be read.</p>', ["accessibility"]],
  "broken.html": [DESCRIPTION, '<p>A script that is not there.</p><script src="gone.js"></script>', ["best-practices"]],
  "unfound.html": ["", "<p>Nothing says what this is.</p>", ["seo"]],
  "shut.html": [DESCRIPTION + POLICY.replace(" connect-src 'self'", ""), "<p>No tool may fetch robots.txt.</p>", ["seo"]],
};

let site;
let looks;

before(async () => {
  site = await mkdtemp(join(tmpdir(), "lighthouse-self-test-"));
  await writeFile(join(site, "robots.txt"), "User-agent: *\nAllow: /\n");
  for (const [path, [head, main]] of Object.entries(PAGES)) await writeFile(join(site, path), html(path, head, main));
  looks = await lookAt(site, "/", Object.keys(PAGES));
});

after(() => rm(site, { recursive: true }));

for (const [path, [, , low]] of Object.entries(PAGES)) {
  test(`${path}: ${low.join(", ") || "nothing low"}`, () => {
    const look = looks.find((look) => look.path === path);
    assert.deepEqual(lowIn(look), low, JSON.stringify(look, null, 1));
  });
}

function html(path, head, main) {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${path}</title>${ICON}${head}</head><body><main><h1>${path}</h1>${main}</main></body></html>`;
}
