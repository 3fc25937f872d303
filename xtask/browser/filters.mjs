// The list of discrepancies shows what its address asks for, and without scripts all of it; entry
// point `checkFilters`.

import { open, within } from "./load.mjs";

const LIST = "discrepancies.html";

/** Each filter alone and all of them together, by the address, against what the records say of themselves. */
export async function checkFilters({ browser, base, say }, report) {
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const all = await recordsAt(bare, `${base}${LIST}?class=contradict`, report);
  await bare.close();
  if (all.some(({ isShown }) => !isShown)) report("filter", "without scripts not every record is shown");
  const withScripts = await browser.newContext();
  const wanted = all[0];
  if (!wanted) return;
  const asked = { class: wanted.class, severity: wanted.severity, event: wanted.event.split("/").pop(), source: wanted.source[0] };
  for (const names of [["class"], ["severity"], ["event"], ["source"], Object.keys(asked)]) {
    const query = new URLSearchParams(names.map((name) => [name, asked[name]]));
    const shown = await recordsAt(withScripts, `${base}${LIST}?${query}`, report);
    const fits = (record) => names.every((name) => [record[name]].flat().includes(name === "event" ? wanted.event : asked[name]));
    const wrong = all.filter((record, i) => fits(record) !== shown[i]?.isShown).map(({ id }) => id);
    if (wrong.length > 0) report("filter", `?${query} shows or hides wrongly: ${wrong.slice(0, 3).join(", ")}`);
    if (!(await meetsFilter(withScripts, `${base}${LIST}?${query}`, report))) report("filter", `?${query} opens where the filter is out of sight`);
    say(`filter ?${query}: ${shown.filter(({ isShown }) => isShown).length} of ${all.length}`);
  }
  const none = await recordsAt(withScripts, `${base}${LIST}?class=no-such`, report);
  if (none.some(({ isShown }) => isShown)) report("filter", "records are shown for a class that none of them has");
  await withScripts.close();
}

/** What each record of the list says of itself, and whether it is shown. */
async function recordsAt(context, address, report) {
  const page = await open(context, address, within(address.slice(0, address.indexOf(LIST))), report);
  const records = await page.evaluate(() =>
    [...document.querySelectorAll(".record")].map((record) => ({
      id: record.querySelector("div[id]").id,
      class: record.closest("[data-class]").dataset.class.split(" ")[0],
      severity: record.closest("[data-severity]").dataset.severity,
      event: record.querySelector(".about span a").getAttribute("href").split("#")[0].replace(".html", ""),
      source: record.dataset.source.split(" "),
      isShown: record.getClientRects().length > 0,
    })),
  );
  await page.close();
  return records;
}

/** Whether a reader who comes by an address meets the filter that it fills in, over sections that count what they show. */
async function meetsFilter(context, address, report) {
  const page = await open(context, address, within(address.slice(0, address.indexOf(LIST))), report);
  const { top, miscounted } = await page.evaluate(() => ({
    top: document.getElementById("filter").getBoundingClientRect().top,
    miscounted: [...document.querySelectorAll("section.kind:not([hidden])")]
      // `4 records` of a whole section, `4` of what a filter leaves of it.
      .filter((kind) => Number.parseInt(kind.querySelector("h3 .n").textContent, 10) !== kind.querySelectorAll(".record:not([hidden])").length)
      .map(({ id }) => id),
  }));
  if (miscounted.length > 0) report("filter", `${address} shows another number of records than it says: ${miscounted.join(", ")}`);
  const { height } = page.viewportSize();
  await page.close();
  return top >= 0 && top < height;
}
