// `node served.mjs PROGRAM PROJECT`: edits a project while `variorum serve` shows it in a real browser, and fails
// where the page does not follow. PROJECT is changed; it is what `variorum new project` makes.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { launch } from "./launch.mjs";

const [program, project] = process.argv.slice(2);
const SHEET = "content/events/pier-9-fire.yaml";
const PAGE = "events/pier-9-fire.html";
const PATIENCE = 30_000;

const edit = async (file, from, to) => {
  const path = join(project, file);
  const text = await readFile(path, "utf8");
  assert.ok(text.includes(from), `${file} says ${from}`);
  await writeFile(path, text.replaceAll(from, to));
};

const server = spawn(program, ["--project", project, "serve", "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
let said = "";
const address = await new Promise((found, failed) => {
  server.on("exit", () => failed(new Error(`the server ended: ${said}`)));
  createInterface({ input: server.stderr }).on("line", (line) => {
    said += `${line}\n`;
    const match = /http:\/\/127\.0\.0\.1:\d+\//.exec(line);
    if (match) found(match[0]);
  });
});

const browser = await launch();
try {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  let loads = 0;
  page.on("load", () => (loads += 1));
  const panel = (selector) => page.locator(`[data-variorum-panel] ${selector}`);
  const wait = (what, check, argument) =>
    page.waitForFunction(check, argument, { timeout: PATIENCE }).catch((error) => {
      throw new Error(`${what}: ${error.message}\n${said}`);
    });

  await page.goto(address + PAGE);
  await wait("the panel comes", () => document.querySelector("[data-variorum-panel]") !== null);
  await page.evaluate(() => scrollTo(0, 300));
  const scrolled = await page.evaluate(() => scrollY);
  assert.ok(scrolled > 0, "the page can be scrolled");
  const drawings = await page.evaluate(() => [...document.querySelectorAll("main svg")].map((one) => one.innerHTML).join());

  // A value, its quote, the article and the prose that rests on it: the figure and the chart follow.
  await edit("content/articles/coast-radio.md", "23 people", "31 people");
  await edit("content/briefing.md", "[23]", "[31]");
  const sheet = await readFile(join(project, SHEET), "utf8");
  await writeFile(join(project, SHEET), sheet.replaceAll("23 people", "31 people").replaceAll("[23]", "[31]").replaceAll('"23"', '"31"'));
  await wait("the figure follows the value", () => document.querySelector("main").textContent.includes("31 people were hurt"));
  await wait("the chart follows the value", (before) => [...document.querySelectorAll("main svg")].map((one) => one.innerHTML).join() !== before, drawings);
  assert.notEqual(drawings, "", "the page has a chart");
  await wait("the place on the page is kept", (at) => Math.abs(scrollY - at) < 80, scrolled);

  // Broken YAML: the fault over the last good page, with its place.
  const good = await readFile(join(project, SHEET), "utf8");
  const line = good.split("\n").findIndex((text) => text.includes("kind: count")) + 1;
  await edit(SHEET, "kind: count", "kind: cuont");
  await panel(".errors").waitFor({ timeout: PATIENCE });
  const told = await panel(".errors").innerText();
  assert.match(told, new RegExp(`${SHEET}:${line}:\\d+`), told);
  assert.ok((await page.title()).startsWith("⚠"), "the title warns");
  assert.match(told, /last good edition/, "the page says that it is old");
  assert.match(await page.locator("main").textContent(), /31 people were hurt/, "the last good page stands");
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, "errors.png") });
  await writeFile(join(project, SHEET), good);
  await panel(".errors").waitFor({ state: "detached", timeout: PATIENCE });
  assert.ok(!(await page.title()).startsWith("⚠"), "the title is as it was");

  // A colour: no loading.
  const before = loads;
  const style = "themes/default/static/assets/variorum.css";
  await mkdir(dirname(join(project, style)), { recursive: true });
  const [, path] = /href="(assets\/variorum-[0-9a-f]+\.css)"/.exec(await (await fetch(address)).text());
  const own = await (await fetch(address + path)).text();
  await writeFile(join(project, style), `${own}\nbody { background: rgb(1, 2, 3) !important; }\n`);
  await wait("the colour changes", () => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
  assert.equal(loads, before, "a style sheet changes without loading the page");
  await rm(join(project, style));

  // What the edit did to the findings.
  const ruled = await readFile(join(project, SHEET), "utf8");
  await writeFile(join(project, SHEET), ruled.split("rulings:")[0]);
  await edit("content/articles/coast-radio.md", "31 people", "14 people");
  await edit("content/briefing.md", "[31]", "[14]");
  await edit(SHEET, "31 people", "14 people");
  await edit(SHEET, "[31]", "[14]");
  await edit(SHEET, '"31"', '"14"');
  await panel(".change").filter({ hasText: "was contradiction" }).waitFor({ timeout: PATIENCE });
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, "change.png") });
  await panel(".change button").click();
  assert.equal(await panel(".change").count(), 0, "the line can be dismissed");

  assert.deepEqual(complaints, [], "the browser has nothing to complain of");
  console.log("the page follows the edits");
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill();
}
