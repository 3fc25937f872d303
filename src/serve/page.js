// Runs in every page that `variorum serve` sends: takes changes of the page, its style and the faults of the
// project from the server, and shows what the last edit did. It is in no published edition.
(() => {
  "use strict";
  const tag = document.currentScript;
  const root = tag.dataset.root;
  const title = document.title;
  const kept = `variorum:${location.pathname}`;

  // What the reader had before the page was loaded again.
  const fields = () => [...document.querySelectorAll("input, select, textarea")];
  const folds = () => [...document.querySelectorAll("details")];
  const keep = () => {
    const state = {
      x: scrollX,
      y: scrollY,
      fields: fields().map((one) => [one.type === "checkbox" || one.type === "radio" ? one.checked : one.value]),
      folds: folds().map((one) => one.open),
    };
    sessionStorage.setItem(kept, JSON.stringify(state));
  };
  const restore = () => {
    const text = sessionStorage.getItem(kept);
    sessionStorage.removeItem(kept);
    if (!text) return;
    const state = JSON.parse(text);
    if (fields().length === state.fields.length) {
      fields().forEach((one, i) => {
        const [value] = state.fields[i];
        const name = typeof value === "boolean" ? "checked" : "value";
        if (one[name] === value) return;
        one[name] = value;
        one.dispatchEvent(new Event("input", { bubbles: true }));
        one.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
    if (folds().length === state.folds.length) folds().forEach((one, i) => (one.open = state.folds[i]));
    scrollTo({ left: state.x, top: state.y, behavior: "instant" });
  };
  restore();

  // The panel lives in a tree of its own, so that no style of the edition reaches it.
  const host = document.createElement("div");
  host.setAttribute("data-variorum-panel", "");
  const panel = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/.variorum/page.css";
  const box = document.createElement("div");
  panel.append(style, box);
  document.body.append(host);

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const opens = (state, fault) => {
    const button = element("button", fault.place, { type: "button" });
    button.title = state.has_editor ? "Open in the editor" : "Copy the place";
    button.addEventListener("click", () => {
      if (state.has_editor) {
        const query = `token=${state.token}&place=${encodeURIComponent(fault.place)}`;
        fetch(`/.variorum/open?${query}`);
      } else {
        navigator.clipboard?.writeText(fault.place);
        button.textContent = `${fault.place} (copied)`;
      }
    });
    return button;
  };
  const list = (state, faults) =>
    faults.map((fault) => {
      const item = element("li");
      if (fault.place) item.append(opens(state, fault));
      item.append(element("pre", fault.text));
      return item;
    });

  let shown = { errors: [], warnings: [], change: [], is_old: false, edit: 0 };
  let gone = null;
  let isConnected = true;
  let dismissed = Number(sessionStorage.getItem("variorum:dismissed") ?? 0);
  let areWarningsOpen = false;

  const show = () => {
    const { errors, warnings, change, edit } = shown;
    box.replaceChildren();
    document.title = errors.length ? `⚠ ${title}` : title;
    if (errors.length) {
      const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
      const old = shown.is_old ? "; this page shows the last good edition" : "";
      const section = element("section", "", { role: "alert", class: "errors" });
      const items = element("ol");
      items.append(...list(shown, errors));
      section.append(element("h2", `${count}${old}`), items);
      box.append(section);
    }
    if (gone) {
      const section = element("section", "", { role: "status", class: "gone" });
      section.append("This page is gone from the edition. The nearest is ");
      section.append(element("a", gone, { href: root + gone }), ".");
      box.append(section);
    }
    const bar = element("div", "", { class: "bar" });
    if (change.length && edit > dismissed) {
      const line = element("p", "", { role: "status", class: "change" });
      change.forEach((one, i) => {
        if (i) line.append("; ");
        line.append(one.href ? element("a", one.text, { href: root + one.href }) : one.text);
      });
      const close = element("button", "×", { type: "button", "aria-label": "Dismiss" });
      close.addEventListener("click", () => {
        dismissed = edit;
        sessionStorage.setItem("variorum:dismissed", String(edit));
        show();
      });
      line.append(" ", close);
      bar.append(line);
    }
    if (warnings.length) {
      const words = warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`;
      const button = element("button", words, { type: "button", class: "warnings", "aria-expanded": String(areWarningsOpen) });
      button.addEventListener("click", () => {
        areWarningsOpen = !areWarningsOpen;
        show();
      });
      bar.append(button);
      if (areWarningsOpen) {
        const section = element("section", "", { class: "list" });
        const items = element("ol");
        items.append(...list(shown, warnings));
        section.append(items);
        box.append(section);
      }
    }
    if (!isConnected) bar.append(element("p", "The server does not answer", { class: "change" }));
    if (bar.childNodes.length) box.append(bar);
  };

  const query = `path=${encodeURIComponent(location.pathname)}&print=${tag.dataset.print}`;
  const events = new EventSource(`/.variorum/events?${query}`);
  events.addEventListener("state", (message) => {
    shown = JSON.parse(message.data);
    show();
  });
  events.addEventListener("reload", () => {
    keep();
    events.close();
    location.reload();
  });
  events.addEventListener("gone", (message) => {
    gone = message.data;
    show();
  });
  /** What a style sheet is called, whatever it holds. */
  const withoutDigest = (path) => path.replace(/-[0-9a-f]{8}(?=\.css$)/, "");
  events.addEventListener("styles", (message) => {
    const changed = message.data.split(" ");
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const address = new URL(link.href);
      const here = withoutDigest(address.pathname);
      const path = changed.find((one) => here.endsWith(`/${withoutDigest(one)}`));
      if (!path) continue;
      address.pathname = here.slice(0, -withoutDigest(path).length) + path;
      address.searchParams.set("changed", String(Date.now()));
      const next = link.cloneNode();
      next.href = address.href;
      next.addEventListener("load", () => link.remove());
      link.after(next);
    }
  });
  events.addEventListener("open", () => {
    isConnected = true;
    show();
  });
  events.addEventListener("error", () => {
    isConnected = false;
    show();
  });
})();
