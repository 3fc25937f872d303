// No page is wider than the window, and two versions stand side by side on a phone: people scroll down, not sideways.

/** 320 is what WCAG's reflow criterion asks for; the others are a phone, a tablet and a desk. */
export const WIDTHS = [320, 360, 768, 1280];

const PHONE = 360;

/** What the style sheet's margins leave of a sheet of A4, and of one of Letter, in CSS pixels. */
const PAPER_WIDTHS = [672, 695];

/** A table of more columns than that is read on a screen, or from the data files. */
const N_PAPER_COLUMNS_MAX = 6;

/** Reports each width at which something sticks out. */
export async function checkWidths(page, scheme, report) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(stickingOut);
    if (wide) report("overflow", `${wide.by} px too wide at ${width} px, ${scheme}: ${wide.elements.join(", ") || "?"}`);
    const aside = width < PHONE ? [] : await page.evaluate(scrolledAside);
    if (aside.length > 0) report("overflow", `two columns do not fit at ${width} px, ${scheme}: ${aside.join(", ")}`);
  }
}

/** Reports what sticks out of a sheet of paper, where nobody can scroll to it; the page is of no use afterwards. */
export async function checkPaper(page, report) {
  await page.emulateMedia({ media: "print", colorScheme: "light", reducedMotion: "reduce" });
  await page.evaluate(takeOutWiderTables, N_PAPER_COLUMNS_MAX);
  for (const width of PAPER_WIDTHS) {
    await page.setViewportSize({ width, height: 1000 });
    const wide = await page.evaluate(stickingOut);
    if (wide) report("overflow", `${wide.by} px too wide on paper of ${width} px: ${wide.elements.join(", ") || "?"}`);
  }
  await page.emulateMedia({ media: "screen", colorScheme: "light", reducedMotion: "reduce" });
}

/** Runs in the page: takes out the tables of more than so many columns. */
function takeOutWiderTables(nMost) {
  const isWider = (table) => [...table.rows].some((row) => row.cells.length > nMost);
  for (const table of [...document.querySelectorAll("table")].filter(isWider)) table.remove();
}

/** Runs in the page: by how much it is too wide, and the innermost elements to blame. */
function stickingOut() {
  const root = document.documentElement;
  const by = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  const scrolls = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== "visible") return true;
    }
    return false;
  };
  const right = (element) => element.getBoundingClientRect().right;
  const wide = [...document.body.querySelectorAll("*")].filter((element) => right(element) > root.clientWidth + 1 && !scrolls(element));
  if (by <= 0 && wide.length === 0) return null;
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
  const name = (element) => element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "") + (element.classList[0] ? `.${element.classList[0]}` : "");
  const most = Math.max(by, ...wide.map((element) => Math.ceil(right(element) - root.clientWidth)));
  return { by: most, elements: innermost.slice(0, 3).map(name) };
}

/** Runs in the page: the tables of at most two columns that must be scrolled sideways to be read. */
function scrolledAside() {
  const isNarrow = (table) => [...table.rows].every((row) => row.cells.length <= 2);
  const boxes = [...document.querySelectorAll(".scroll")].filter((box) => box.scrollWidth > box.clientWidth + 1);
  return boxes.filter((box) => [...box.querySelectorAll("table")].every(isNarrow)).map((box) => box.getAttribute("aria-label") ?? "a table");
}
