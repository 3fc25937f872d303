// Reads the index in search/: terms by their first two characters, then the blocks that hold what
// is shown. Its files are scripts, since a page that is opened from a disk may fetch nothing.
"use strict";
self.variorumIndex = (() => {
  const { fold, isRun } = self.variorumTerms;
  const N_READ_MAX = 80;

  /** The terms of the index that a token needs, all of them. */
  const termsOf = (token) => {
    const chars = [...token];
    if (!isRun(token) || chars.length === 1) return [token];
    return chars.slice(1).map((c, i) => chars[i] + c).filter((_, i) => i % 2 === 0 || i + 2 === chars.length);
  };

  const loads = new Map();
  const arrived = new Map();
  let version = "";
  /** What a script of the index holds; a later edition's are not those of this one. */
  const load = (name) => {
    if (!loads.has(name)) {
      loads.set(name, new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement("script"), { src: `search/${name}.js${version}` });
        script.onerror = () => reject(loads.delete(name));
        arrived.set(name, resolve);
        document.head.append(script);
      }));
    }
    return loads.get(name);
  };
  self.variorum = (name, data) => arrived.get(name)?.(data);

  const open = async () => {
    const index = await load("index");
    version = `?v=${index.version}`;
    return index;
  };

  /** The documents of a term, each with how well it fits. */
  const holding = async (term) => {
    const chars = [...term];
    const goesOn = chars.length > 1 && !isRun(term);
    const shard = chars.slice(0, 2).reduce((sum, c) => (Math.imul(sum, 31) + c.codePointAt(0)) >>> 0, 0) % (await open()).shards;
    const found = new Map();
    for (const line of (await load(`t${shard}`)).split("\n")) {
      const [word, ...lists] = line.split(" ");
      if (goesOn ? !word.startsWith(term) : word !== term) continue;
      lists.forEach((list, isElsewhere) => {
        let at = 0;
        for (const distance of list.split(",").filter(Boolean)) {
          at += parseInt(distance, 36);
          found.set(at, Math.max(found.get(at) ?? 0, (isElsewhere ? 1 : 3) + (word === term)));
        }
      });
    }
    return found;
  };
  const read = async (number) => {
    const { blocks } = await open();
    const block = blocks.findLastIndex((first) => first <= number);
    return (await load(`d${block}`))[number - blocks[block]];
  };
  /** The numbers of the documents that hold every token, best first. */
  const search = async (tokens) => {
    const [first, ...others] = await Promise.all(tokens.flatMap(termsOf).map((term) => holding(term)));
    const fits = [...first].filter(([number]) => others.every((other) => other.has(number)));
    const sum = ([number, fit]) => [number, others.reduce((total, other) => total + other.get(number), fit)];
    const found = fits.map(sum).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
    // A text may hold all the pairs of a run, but apart.
    const runs = tokens.filter((token) => isRun(token) && [...token].length > 2);
    const holds = runs.length === 0 ? [] : await Promise.all(found.slice(0, N_READ_MAX).map(async (number) => {
      const { folded } = fold((await read(number)).slice(1, 4).join("\n"));
      return runs.every((run) => folded.includes(run));
    }));
    const { ends } = await open();
    return { numbers: found.filter((_, i) => holds[i] ?? true), ends };
  };
  return { read, search };
})();
