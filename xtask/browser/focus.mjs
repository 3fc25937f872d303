// Goes through a page by keys alone, as people do who use no mouse; entry point `tabTo`.

/** Notes how everything that can be focused looks at rest, to tell later whether focus shows. */
export function atRest(page) {
  return page.evaluate(() => {
    const looks = (element) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor].join(" ");
    };
    const rest = new Map([...document.querySelectorAll("a, button, input, select, summary, [tabindex]")].map((one) => [one, looks(one)]));
    globalThis.variorumFocus = { looks, rest };
  });
}

/** Presses Tab until the focus is on what `isGoal` wants; reports focus that cannot be seen on the way. */
export async function tabTo(page, { isGoal, nPressesMax, goal }, report) {
  for (let n = 1; n <= nPressesMax; n += 1) {
    await page.keyboard.press("Tab");
    const { href, id, name, fault } = await page.evaluate(focused);
    if (fault) report("focus", `${fault}: ${name} on the way to ${goal}`);
    if (isGoal({ href, id })) return n;
  }
  throw new Error(`${goal} is not reached in ${nPressesMax} presses of Tab`);
}

/** Runs in the page: what has the focus, and whether that can be seen. */
function focused() {
  const element = document.activeElement;
  const name = `${element.localName} “${(element.textContent || element.id || "").trim().slice(0, 40)}”`;
  const { looks, rest } = globalThis.variorumFocus;
  const boxes = [...element.getClientRects()];
  // A browser that scrolls the focus into view stops within a pixel of the edge.
  const isInView = ({ left, top, right, bottom }) => left < innerWidth && right > 0 && top > -1 && bottom < innerHeight + 1 && right > left && bottom > top;
  const isOnTop = ({ left, top, right, bottom }) => {
    const there = document.elementFromPoint(Math.min((left + right) / 2, innerWidth - 1), (top + bottom) / 2);
    return there !== null && (element.contains(there) || there.contains(element));
  };
  let fault = null;
  if (element === document.body) fault = "nothing has the focus";
  else if (!boxes.some(isInView)) fault = "what has the focus is out of view";
  else if (!boxes.filter(isInView).some(isOnTop)) fault = "what has the focus is covered";
  else if (looks(element) === rest.get(element)) fault = "the focus does not show";
  return { href: element.href ?? "", id: element.id, name, fault };
}

/** Whether what the address points at is in view. */
export function targetInView(page) {
  return page.evaluate(() => {
    const box = document.querySelector(":target")?.getBoundingClientRect();
    return box !== undefined && box.top < innerHeight && box.bottom > 0;
  });
}
