// What a page gains where scripts run: its address can be copied, and a link to quoted words shows them beside it.
// Without scripts every link leads where it says, and nothing is missing.
"use strict";
(() => {
  const N_QUOTES_MAX = 3;
  const DELAY_MS = 250;
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = document.currentScript.dataset.style;
  document.head.append(style);

  const canonical = document.querySelector("link[rel=canonical]")?.href;
  const offer = document.querySelector("[data-copy]");
  if (offer && navigator.clipboard) offerToCopy(offer);
  showQuotes();

  /** A button beside the citation; a click on the sign of an address (¶, a heading) copies that address, too. */
  function offerToCopy(beside) {
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "hide";
    const copy = async (hash) => {
      const address = (canonical ?? location.href.split("#")[0]) + hash;
      const done = await navigator.clipboard.writeText(address).then(() => true, () => false);
      said.textContent = done ? beside.dataset.copied : address;
      said.className = "said";
      setTimeout(() => (said.className = "hide"), 4000);
    };
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = beside.dataset.copy;
    button.addEventListener("click", () => copy(location.hash));
    beside.append(" ", button, " ", said);
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      if (link && link.closest("[id]")?.id === idIn(link.hash)) copy(link.hash);
    });
  }

  /** On hover and focus; Escape sends the words away, and the pointer may move onto them. */
  function showQuotes() {
    const box = document.createElement("div");
    box.id = "reading-quotes";
    box.setAttribute("role", "tooltip");
    box.hidden = true;
    document.querySelector("main").append(box);
    const pages = new Map();
    let shown = null;
    let wanted = null;
    let timer = 0;

    const hide = () => {
      clearTimeout(timer);
      wanted = null;
      shown?.removeAttribute("aria-describedby");
      shown = null;
      box.hidden = true;
    };
    const show = async (link) => {
      const quotes = await quotesBehind(link, pages);
      if (wanted !== link || quotes.length === 0) return;
      shown?.removeAttribute("aria-describedby");
      shown = link;
      box.replaceChildren(...quotes);
      box.hidden = false;
      place(box, link);
      link.setAttribute("aria-describedby", box.id);
    };
    const want = (link, delay) => {
      clearTimeout(timer);
      if (link === shown) return;
      wanted = link;
      timer = setTimeout(() => (link ? show(link) : hide()), delay);
    };
    const linkAt = (element) => {
      const link = element.closest?.("main a[href*='#']");
      return link && !link.closest("q, blockquote, nav, .back") ? link : null;
    };
    document.addEventListener("pointerover", ({ target, pointerType }) => {
      if (pointerType !== "mouse" || box.contains(target)) return clearTimeout(timer);
      const link = linkAt(target);
      if (link || shown !== document.activeElement) want(link, DELAY_MS);
    });
    // At once: what has the focus may lie under the words that stood beside the link before it.
    document.addEventListener("focusin", ({ target }) => {
      if (target !== shown) hide();
      if (target.matches(":focus-visible")) want(linkAt(target), 0);
    });
    document.addEventListener("focusout", () => want(null, DELAY_MS));
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") hide();
    });
  }

  /** The quotations that a link leads to, at most three; none where they cannot be had from here. */
  async function quotesBehind(link, pages) {
    const address = link.href.split("#")[0];
    if (address === location.href.split("#")[0]) return quotesIn(document, idIn(link.hash));
    const twin = twinOf(document, link);
    if (twin) return [told(twin)];
    // A page from a disk may fetch nothing, and neither may one whose policy names no host: it has no canonical address.
    if (!canonical || !location.protocol.startsWith("http") || new URL(address).origin !== location.origin) return [];
    if (!pages.has(address)) pages.set(address, fetch(address).then(parsed, () => null));
    const page = await pages.get(address);
    return page ? quotesIn(page, idIn(link.hash)) : [];
  }

  async function parsed(answer) {
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  }

  function quotesIn(page, id) {
    const target = page.getElementById(id);
    if (!target) return [];
    const passage = target.querySelector(":scope > blockquote p");
    if (passage) return [line(passage, page.querySelector("h1")?.textContent)];
    const quotes = [...target.querySelectorAll("q")].slice(0, N_QUOTES_MAX);
    if (quotes.length > 0) return quotes.map(told);
    const figure = target.querySelector("a[href*='#quote-']");
    const twin = figure && twinOf(page, figure);
    return twin ? [told(twin)] : [];
  }

  /** The quotation on a page that leads to the same words. */
  function twinOf(page, link) {
    const target = link.getAttribute("href");
    return [...page.querySelectorAll("q a")].find((other) => other.getAttribute("href") === target)?.closest("q");
  }

  /** A quotation under the name of whoever says it. */
  function told(quote) {
    const said = quote.closest("li, div[id]");
    return line(quote.querySelector("a") ?? quote, (said?.querySelector("cite") ?? said?.querySelector("b"))?.textContent);
  }

  function line(words, who) {
    const paragraph = document.createElement("p");
    if (who) {
      const cite = document.createElement("cite");
      cite.textContent = who.trim();
      paragraph.append(cite, " ");
    }
    const quote = document.createElement("q");
    quote.textContent = words.textContent.trim();
    quote.lang = words.closest("[lang]")?.lang ?? "";
    quote.dir = words.closest("[dir]")?.dir || "auto";
    paragraph.append(quote);
    return paragraph;
  }

  /** Below the link, or above it where there is no room below; never beyond the window's sides. */
  function place(box, link) {
    const at = link.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
    const fitsBelow = at.bottom + height <= window.innerHeight || at.top < height;
    box.style.left = `${left + window.scrollX}px`;
    box.style.top = `${(fitsBelow ? at.bottom : at.top - height) + window.scrollY}px`;
  }

  function idIn(hash) {
    return decodeURIComponent(hash.slice(1));
  }
})();
