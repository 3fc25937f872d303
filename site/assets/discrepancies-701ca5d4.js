// Filters the table and the records by the address: ?class=…&severity=…&event=…&source=…
// A row says all of it; a record says its sources and leads to its event, its section says the class and the severity.
// An event or question may be named by its id alone.
// Without this script the page is the complete list.
"use strict";
(() => {
  // A page that only names a record leads to it; a page among which the records are divided begins as their ids do.
  const sought = decodeURIComponent(location.hash.slice(1));
  const meant = document.getElementById(sought);
  const named = meant?.matches("li, tr") && meant.querySelector("a");
  if (named) location.replace(named.href);
  const name = (link) => `${link.pathname.replace(/^.*\/discrepancies\/[^/]+\//, "").replace(".html", "").replaceAll("/", "--")}--`;
  const pages = [...document.querySelectorAll("[data-pages] a[href]")].filter((link) => !meant && sought.startsWith(name(link)));
  const page = pages.sort((a, b) => name(b).length - name(a).length)[0];
  if (page) location.replace(page.href + location.hash);
  const open = () => {
    const record = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("details");
    if (record) record.open = true;
    return record;
  };
  addEventListener("hashchange", open);
  const isSought = open();

  const box = document.getElementById("filter");
  const records = [...document.querySelectorAll(".record")];
  const rows = [...document.querySelectorAll("tr[data-source]")];
  const items = [...records, ...rows];
  if (!box || items.length === 0) return;
  const choices = [...box.querySelectorAll("select")];
  for (const record of records) {
    const sheet = record.querySelector(".about span a").pathname;
    record.dataset.event = sheet.split("/").slice(-2).join("/").replace(".html", "");
  }
  const says = (item, { dataset }, value) => !value || item.closest(`[data-${dataset.by}]`).dataset[dataset.by].split(" ").includes(value);
  const fits = (record) => choices.every((choice) => says(record, choice, choice.value));
  const status = document.getElementById("shown");
  const reset = box.querySelector("[type=reset]");
  // 1,234,567,890 as the edition writes it shows its digits and its mark between thousands.
  const written = [...status.dataset.figures];
  const mark = written.length > 10 ? written[1] : "";
  const digits = written.filter((sign) => sign !== mark);
  const figure = (n) =>
    String(n)
      .replace(/\B(?=(\d{3})+$)/g, ",")
      .replace(/./g, (sign) => (sign === "," ? mark : digits[(Number(sign) + 9) % 10]));
  // A dispute has a row and a record; it counts once.
  const counted = records.length > 0 ? records : rows;
  const show = () => {
    for (const item of items) item.hidden = !fits(item);
    for (const group of document.querySelectorAll("section.kind, section.severity")) {
      const n = group.querySelectorAll(".record:not([hidden])").length;
      group.hidden = n === 0;
      if (!group.matches(".kind")) continue;
      // In words what the whole section counts; of some of its records, how many they are.
      const told = group.querySelector("h3 .n");
      told.dataset.all ??= told.textContent;
      const isWhole = n === group.querySelectorAll(".record").length;
      told.textContent = isWhole ? told.dataset.all : figure(n);
    }
    const table = document.getElementById("disputes");
    if (table) table.hidden = rows.every(({ hidden }) => hidden);
    // How many each choice would leave, with the other choices as they are.
    for (const choice of choices) {
      const others = choices.filter((one) => one !== choice);
      const left = counted.filter((item) => others.every((one) => says(item, one, one.value)));
      for (const option of choice.options) {
        option.dataset.label ??= option.textContent;
        option.textContent = `${option.dataset.label} (${figure(left.filter((item) => says(item, choice, option.value)).length)})`;
      }
    }
    const shown = counted.filter(({ hidden }) => !hidden).length;
    const words = shown > 0 ? status.dataset.words : status.dataset.none;
    status.textContent = words.replace("{shown}", figure(shown)).replace("{n}", figure(counted.length));
    reset.hidden = choices.every(({ value }) => !value);
  };
  const keep = () => {
    const next = new URLSearchParams(choices.filter((one) => one.value).map((one) => [one.dataset.by, one.value]));
    const query = next.toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // Some browsers refuse this for files; the filter works all the same.
    }
    show();
  };
  const address = new URLSearchParams(location.search);
  for (const choice of choices) {
    const wanted = address.get(choice.dataset.by);
    const meant = [...choice.options].find(({ value }) => wanted && (value === wanted || value.endsWith(`/${wanted}`)));
    // What no record has is asked for all the same: the answer is none, and not all of them.
    if (wanted && !meant) choice.add(new Option(wanted));
    choice.value = meant?.value ?? wanted ?? "";
    choice.addEventListener("change", keep);
  }
  reset.addEventListener("click", (event) => {
    event.preventDefault();
    for (const choice of choices) choice.value = "";
    keep();
    choices[0]?.focus();
  });
  box.hidden = false;
  show();
  if (location.hash) (isSought ?? document.getElementById(sought))?.scrollIntoView();
  // Whoever asks for some of the records meets what was asked for, and they follow at once.
  else if (choices.some(({ value }) => value)) box.scrollIntoView({ behavior: "instant" });
})();
