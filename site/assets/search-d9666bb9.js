// The search page: the query in the address, results in groups with their matches marked. Results
// are made of text nodes only. How texts are cut: search-terms.js; what holds them: search-index.js.
"use strict";
(() => {
  const { cut, matches } = self.variorumTerms;
  const { read, search, suggest } = self.variorumIndex;
  const N_SHOWN = 5;
  const N_MORE = 20;
  const BEFORE = 80;

  const letters = new Intl.Segmenter(document.documentElement.lang, { granularity: "grapheme" });
  /** A place between two others where a text may be cut: before a word or, where no spaces are, a letter. */
  const cutAt = (text, from, to) => {
    const space = text.slice(from, to).search(/\s\S/u);
    if (space >= 0) return from + space + 1;
    const { index, segment } = letters.segment(text).containing(from);
    return index < from ? index + segment.length : index;
  };

  /** The text with its matches marked; of a long one what stands around the first. */
  const marked = (text, tokens, longest = text.length) => {
    const ranges = matches(text, tokens);
    const first = ranges[0]?.[0] ?? 0;
    const isLong = text.length > longest;
    let at = isLong && first > BEFORE ? cutAt(text, first - BEFORE, first) : 0;
    const nodes = [at > 0 ? "…" : ""];
    const last = isLong && at + longest < text.length ? cutAt(text, at + longest - BEFORE / 2, at + longest) : text.length;
    for (const [start, end] of ranges) {
      if (start < at || end > last) continue;
      nodes.push(text.slice(at, start), make("mark", text.slice(start, end)));
      at = end;
    }
    return [...nodes, text.slice(at, last), last < text.length ? "…" : ""];
  };
  const make = (name, ...children) => {
    const element = document.createElement(name);
    element.append(...children);
    return element;
  };
  const result = ([href, title, context, text, lang], tokens) => {
    const link = Object.assign(make("a", ...marked(title, tokens)), { href });
    const said = Object.assign(make("p", ...marked(text, tokens, 260)), { dir: "auto", lang: lang ?? "" });
    if (!lang) said.removeAttribute("lang");
    return make("li", link, Object.assign(make("p", ...marked(context, tokens)), { className: "about" }), said);
  };

  const form = document.getElementById("search");
  const box = document.getElementById("q");
  const found = document.getElementById("found");
  const all = document.getElementById("all");
  const meant = document.getElementById("meant");
  const groups = [...document.querySelectorAll("#results > section")];
  let turn = 0;
  const show = async () => {
    const mine = (turn += 1);
    const query = box.value.trim();
    const tokens = cut(query);
    try {
      history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    } catch {
      // Some browsers refuse this for files; the search works all the same.
    }
    if (tokens.length === 0) {
      for (const group of groups) group.hidden = true;
      all.hidden = false;
      propose([]);
      answer(query, "");
      return;
    }
    try {
      const { numbers, ends } = await search(tokens);
      const shares = groups.map((_, i) => numbers.filter((number) => number < ends[i] && number >= (ends[i - 1] ?? 0)));
      const firsts = await Promise.all(shares.map((share) => rows(share.slice(0, N_SHOWN), tokens)));
      const others = numbers.length > 0 ? [] : await suggest(query, tokens);
      if (mine !== turn) return;
      groups.forEach((group, i) => fill(group, shares[i], firsts[i], tokens));
      // The group with the best result comes first.
      const best = (group) => numbers.indexOf(shares[groups.indexOf(group)][0] ?? -1);
      const shown = groups.filter((group) => !group.hidden).sort((a, b) => best(a) - best(b));
      document.getElementById("results").append(...shown);
      propose(others);
      all.hidden = numbers.length > 0;
      const { none, one, many } = found.dataset;
      answer(query, [none, one][numbers.length] ?? many.replace("#", numbers.length));
    } catch {
      if (mine !== turn) return;
      all.hidden = false;
      answer(query, found.dataset.broken);
    }
  };
  /** Says what came of a query, to ears and to the checks. */
  const answer = (query, text) => {
    found.textContent = text;
    form.dataset.answered = query;
  };
  /** Offers other queries. */
  const propose = (queries) => {
    meant.hidden = queries.length === 0;
    const link = (query) => Object.assign(make("a", query), { href: `?q=${encodeURIComponent(query)}` });
    meant.querySelector("span").replaceChildren(...queries.flatMap((query, i) => [i > 0 ? ", " : "", link(query)]));
  };
  const rows = (numbers, tokens) => Promise.all(numbers.map(async (number) => result(await read(number), tokens)));
  const fill = (group, share, first, tokens) => {
    const list = group.querySelector("ol");
    const more = group.querySelector("button");
    list.replaceChildren(...first);
    group.hidden = share.length === 0;
    group.querySelector(".n").textContent = share.length;
    more.hidden = share.length <= N_SHOWN;
    more.onclick = async () => {
      const n = list.children.length;
      list.append(...(await rows(share.slice(n, n + N_MORE), tokens)));
      list.children[n].querySelector("a").focus();
      more.hidden = list.children.length === share.length;
    };
  };

  let pause;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(show, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    show();
  });
  form.hidden = false;
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  if (box.value) show();
})();
