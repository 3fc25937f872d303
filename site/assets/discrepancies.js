// Filters the list of discrepancies by the address: ?class=…&sheet=…&source=…
// Without this script the page is the complete list.
"use strict";
(() => {
  const box = document.getElementById("filter");
  const records = [...document.querySelectorAll("article.record")];
  if (!box || records.length === 0) return;
  const choices = [...box.querySelectorAll("select")];
  const fits = (record) =>
    choices.every(({ value, dataset }) => {
      if (!value) return true;
      const held = dataset.by === "source" ? record.dataset.sources.split(" ") : [record.dataset[dataset.by]];
      return held.includes(value);
    });
  const show = () => {
    let shown = 0;
    for (const record of records) {
      record.hidden = !fits(record);
      shown += record.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll("section.kind, section.severity")) {
      group.hidden = !group.querySelector("article.record:not([hidden])");
    }
    document.getElementById("shown").textContent = `${shown} of ${records.length} shown`;
  };
  const address = new URLSearchParams(location.search);
  for (const choice of choices) {
    const wanted = address.get(choice.dataset.by);
    if ([...choice.options].some((option) => option.value === wanted)) choice.value = wanted;
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
})();
