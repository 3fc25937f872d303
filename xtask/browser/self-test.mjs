// The browser checks find each fault they are for: pages with one fault each are made, checked, and
// must be reported with that kind of problem and no other.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { checkSite } from "./check-site.mjs";

const POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

const STYLE = `
body { margin: 1rem; font-family: sans-serif; color: #111; background: #fff; }
a { color: #0645ad; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #111; } a { color: #9cf; } }
.faint { color: #ddd; }
@media (prefers-color-scheme: dark) { .faint { color: #eee; } .dim { color: #222; } }
.wide { width: 900px; }
@media print { .sheet { width: 900px; } }
.table, .scroll { overflow-x: auto; }
.hidden { display: none; }
`;

/** Body of `main` and, where needed, more for `head`, by the page's path. */
const PAGES = {
  "index.html": ["<p>All is well, <a href='sub/deep.html#here'>here too</a>. ក្នុងប្រទេសកម្ពុជា</p><div class='table' tabindex='0' role='region' aria-label='Wide'><p class='wide'>wide, but scrolls in itself</p></div>", "<script type='application/ld+json'>{\"@type\": \"Report\"}</script>"],
  "sub/deep.html": ["<p id='here'>Deep. <a href='../index.html'>Back</a></p>"],
  "error.html": ["<p>Text.</p>", "<script src='error.js'></script>"],
  "inline.html": ["<p style='color: red'>Against the policy.</p>"],
  "importmap.html": ["<p>Code by another name.</p>", "<script type='importmap'>{}</script>"],
  "loose.html": ["<p>Everything goes.</p>"],
  "outside.html": ["<p>Text.</p><img src='https://example.org/pixel.png' alt=''>"],
  "missing.html": ["<p>Text.</p><img src='no-such.png' alt=''>"],
  "wide.html": ["<p class='wide'>Too wide for a phone.</p>"],
  "columns.html": ["<div class='scroll' tabindex='0' role='region' aria-label='Two versions'><table><caption>Two versions</caption><tr><td><p class='wide'>One</p></td><td>Other</td></tr></table></div>"],
  "paper.html": ["<p class='sheet'>Too wide for a sheet of paper.</p>"],
  "contrast.html": ["<p class='faint'>Can hardly be read in the light.</p>"],
  "dim.html": ["<p class='dim'>Can hardly be read in the dark.</p>"],
  "unnamed.html": ["<p><a href='index.html'></a>Text.</p>"],
  "scripted.html": ["<p>A little.</p><div class='hidden'>A lot of text that only a script lets people see, sentence after sentence.</div>", "<script src='show.js' defer></script>"],
  "broken.html": ["<p><a href='gone.html'>Gone</a></p>"],
  "anchor.html": ["<p><a href='sub/deep.html#gone'>Gone</a></p>"],
  "folder.html": ["<p><a href='sub/'>A folder</a></p>"],
};

const OTHER_FILES = {
  "style.css": STYLE,
  "error.js": "throw new Error('on purpose');",
  "show.js": "for (const e of document.querySelectorAll('.hidden')) e.classList.remove('hidden');",
};

let site;
let problems;

before(async () => {
  site = await mkdtemp(join(tmpdir(), "browser-self-test-"));
  for (const [path, parts] of Object.entries(PAGES)) await write(path, html(path, ...parts));
  await write("404.html", html("404.html", "<p>Nothing here.</p>"));
  for (const [path, text] of Object.entries(OTHER_FILES)) await write(path, text);
  problems = await checkSite(site);
});

after(() => rm(site, { recursive: true }));

const EXPECTED = {
  "index.html": [],
  "sub/deep.html": [],
  "error.html": ["console"],
  "inline.html": ["console", "policy"],
  "importmap.html": ["console", "policy"],
  "loose.html": ["policy"],
  "outside.html": ["console", "request-failed", "request-outside"],
  "missing.html": ["console", "request-failed"],
  "wide.html": ["overflow"],
  "columns.html": ["overflow"],
  "paper.html": ["overflow"],
  "contrast.html": ["axe"],
  "dim.html": ["axe"],
  "unnamed.html": ["axe"],
  "scripted.html": ["noscript"],
  "broken.html": ["link"],
  "anchor.html": ["link"],
  "folder.html": ["link"],
};

for (const [page, kinds] of Object.entries(EXPECTED)) {
  test(`${page}: ${kinds.join(", ") || "no problem"}`, () => {
    const found = problems.filter((problem) => problem.page === page);
    assert.deepEqual([...new Set(found.map((problem) => problem.kind))].sort(), kinds, JSON.stringify(found, null, 1));
  });
}

test("loading is watched on disk, at the root and below a path", () => {
  const where = problems.filter((problem) => problem.page === "outside.html").map((problem) => problem.where);
  assert.deepEqual([...new Set(where)].sort(), ["disk", "root", "sub-path"]);
});

test("of chosen pages only those are looked at, and all of them", async () => {
  const some = await checkSite(site, { passes: ["disk"], chosen: ["error.html", "sub/deep.html"] });
  assert.deepEqual([...new Set(some.map((problem) => problem.page))], ["error.html"]);
  await assert.rejects(checkSite(site, { passes: ["disk"], chosen: ["gone.html"] }), /has no gone.html/);
});

test("the 404 page must not count on where it is shown", () => {
  const kinds = problems.filter((problem) => problem.page === "404.html").map((problem) => problem.kind);
  assert.deepEqual([...new Set(kinds)].sort(), ["console", "request-failed"]);
});

test("a 404 page with addresses from the base path is fine", async () => {
  await write("404.html", html("404.html", "<p>Nothing here.</p>").replace('href="style.css"', 'href="/at/some/base/style.css"'));
  for (const path of Object.keys(PAGES).filter((path) => path !== "index.html")) await rm(join(site, path));
  const again = await checkSite(site);
  assert.deepEqual(again.filter((problem) => problem.page === "404.html"), []);
});

test("contrast is measured in the light and in the dark", () => {
  const about = (page) => problems.filter((problem) => problem.page === page).map((problem) => problem.what);
  assert.ok(about("contrast.html").every((what) => what.includes("(light")));
  assert.ok(about("dim.html").every((what) => what.includes("(dark")));
});

async function write(path, text) {
  const full = join(site, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
}

function html(path, main, head = "") {
  const up = path.includes("/") ? "../" : "";
  const policy = path === "loose.html" ? "default-src 'self' 'unsafe-inline'" : POLICY;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${policy}"><title>${path}</title>
<link rel="stylesheet" href="${up}style.css">${head}</head><body><main><h1>${path}</h1>${main}</main></body></html>`;
}
