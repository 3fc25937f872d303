// Filters the list of discrepancies by the address: ?class=…&severity=…&event=…&source=…
// A record says its sources and leads to its event, its section says the class and the severity.
// An event or question may be named by its id alone.
// Without this script the page is the complete list.
"use strict";
(() => {
  const box = document.getElementById("filter");
  // A page that only names a record leads to it.
  const meant = document.getElementById(location.hash.slice(1));
  const named = meant?.matches("li") && meant.querySelector("a");
  if (named) location.replace(named.href);
  // A large edition has its records on pages by event; their ids begin with the event's.
  const isOf = (link) => location.hash.startsWith(`#${link.pathname.split("/").pop().replace(".html", "")}--`);
  const page = [...document.querySelectorAll("nav a[href^='discrepancies/']")].find(isOf);
  if (page && !named) location.replace(page.href + location.hash);
  const records = [...document.querySelectorAll("article.record")];
  if (!box || records.length === 0) return;
  const choices = [...box.querySelectorAll("select")];
  for (const record of records) {
    const sheet = record.querySelector(".about a").pathname;
    record.dataset.event = sheet.split("/").slice(-2).join("/").replace(".html", "");
  }
  const fits = (record) =>
    choices.every(({ value, dataset }) => {
      if (!value) return true;
      const said = record.closest(`[data-${dataset.by}]`).dataset[dataset.by];
      return said.split(" ").includes(value);
    });
  const status = document.getElementById("shown");
  // 1,234,567,890 as the edition writes it shows its digits and its mark between thousands.
  const written = [...status.dataset.figures];
  const mark = written.length > 10 ? written[1] : "";
  const digits = written.filter((sign) => sign !== mark);
  const figure = (n) =>
    String(n)
      .replace(/\B(?=(\d{3})+$)/g, ",")
      .replace(/./g, (sign) => (sign === "," ? mark : digits[(Number(sign) + 9) % 10]));
  const show = () => {
    let shown = 0;
    for (const record of records) {
      record.hidden = !fits(record);
      shown += record.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll("section.kind, section.severity")) {
      const n = group.querySelectorAll("article.record:not([hidden])").length;
      group.hidden = n === 0;
      if (!group.matches(".kind")) continue;
      // In words what the whole section counts; of some of its records, how many they are.
      const counted = group.querySelector("h3 .n");
      counted.dataset.all ??= counted.textContent;
      const isWhole = n === group.querySelectorAll("article.record").length;
      counted.textContent = isWhole ? counted.dataset.all : figure(n);
    }
    status.textContent = status.dataset.words.replace("{shown}", figure(shown)).replace("{n}", figure(records.length));
  };
  const address = new URLSearchParams(location.search);
  for (const choice of choices) {
    const wanted = address.get(choice.dataset.by);
    const meant = [...choice.options].find(({ value }) => wanted && (value === wanted || value.endsWith(`/${wanted}`)));
    // What no record has is asked for all the same: the answer is none, and not all of them.
    if (wanted && !meant) choice.add(new Option(wanted));
    choice.value = meant?.value ?? wanted ?? "";
    choice.addEventListener("change", () => {
      const next = new URLSearchParams(choices.filter((one) => one.value).map((one) => [one.dataset.by, one.value]));
      const query = next.toString();
      try {
        history.replaceState(null, "", query ? `?${query}` : location.pathname);
      } catch {
        // Some browsers refuse this for files; the filter works all the same.
      }
      show();
    });
  }
  box.hidden = false;
  show();
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  // Whoever asks for some of the records meets what was asked for, and they follow at once.
  else if (choices.some(({ value }) => value)) box.scrollIntoView({ behavior: "instant" });
})();
