// Links inside the site lead to a file and an anchor that are there, and name the file.

/** Runs in the page: where its links lead, what it loads from elsewhere, and what can be linked to. */
export function linksOf(page) {
  return page.evaluate(() => {
    const absolute = (element) => element.href ?? element.src;
    const loading = "link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=modulepreload], link[rel~=preconnect], link[rel~=dns-prefetch], link[rel~=manifest]";
    return {
      links: [...document.querySelectorAll("a[href]")].map((a) => (typeof a.href === "string" ? a.href : new URL(a.href.baseVal, document.baseURI).href)),
      loads: [...document.querySelectorAll(`[src], ${loading}`)].map(absolute).filter(Boolean),
      ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    };
  });
}

/** Compares the links of all pages, `path → linksOf(page)`, with the site's files. */
export function checkLinks(found, files, base, report) {
  for (const [path, { links, loads }] of found) {
    for (const address of new Set(links)) {
      if (address.startsWith(base)) {
        const fault = faultOf(address.slice(base.length), found, files);
        if (fault) report(path, "link", fault);
      }
    }
    for (const address of new Set(loads)) {
      if (!address.startsWith(base) && !address.startsWith("data:")) report(path, "request-outside", `refers to ${address}`);
    }
  }
}

function faultOf(target, found, files) {
  const [address, fragment = ""] = target.split("#");
  const path = decodeURIComponent(address.split("?")[0]);
  if (!files.has(path)) return `leads to ${target || "the folder"}, which is no file`;
  const ids = found.get(path)?.ids;
  const isAnchor = fragment !== "" && fragment !== "top";
  if (isAnchor && ids && !ids.includes(decodeURIComponent(fragment))) return `leads to ${target}, where nothing has that id`;
  return null;
}
