// Reads the index in search/: terms by their first two characters, then the blocks that hold what
// is shown. Its files are scripts, since a page that is opened from a disk may fetch nothing.
"use strict";
self.variorumIndex = (() => {
  const { cut, fold, isRun, matches } = self.variorumTerms;
  const N_READ_MAX = 80;
  /** A whole word in a title. */
  const FIT_MAX = 4;
  const N_SHARDS_MAX = 16;
  const N_MEANT = 3;

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

  const shardOf = (chars, n) => chars.slice(0, 2).reduce((sum, c) => (Math.imul(sum, 31) + c.codePointAt(0)) >>> 0, 0) % n;
  const linesOf = async (shard) => (await load(`t${shard}`)).split("\n");

  /** The documents of a term, each with how well it fits. */
  const holding = async (term) => {
    const chars = [...term];
    const goesOn = chars.length > 1 && !isRun(term);
    const found = new Map();
    for (const line of await linesOf(shardOf(chars, (await open()).shards))) {
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
  /** Whether something is called just so: by its title or, of people, places and the like, by one of their names. */
  const isCalled = async (number, tokens) => {
    const { ends } = await open();
    const [, title] = await read(number);
    const names = number >= ends[0] && number < ends[1] ? title.split(", ") : [];
    return [title, ...names].some((name) => cut(name).join() === tokens.join());
  };
  /** The numbers of the documents that hold every token, best first: what is called just so before all others. */
  const search = async (tokens) => {
    const terms = tokens.flatMap(termsOf);
    const [first, ...others] = await Promise.all(terms.map((term) => holding(term)));
    const fits = [...first].filter(([number]) => others.every((other) => other.has(number)));
    const sum = ([number, fit]) => [number, others.reduce((total, other) => total + other.get(number), fit)];
    const rated = fits.map(sum);
    const whole = rated.filter(([, fit]) => fit === terms.length * FIT_MAX).slice(0, N_READ_MAX);
    await Promise.all(whole.map(async (one) => { one[1] += (await isCalled(one[0], tokens)) ? FIT_MAX : 0; }));
    const found = rated.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
    // A text may hold all the pairs of a run, but apart.
    const runs = tokens.filter((token) => isRun(token) && [...token].length > 2);
    const holds = runs.length === 0 ? [] : await Promise.all(found.slice(0, N_READ_MAX).map(async (number) => {
      const { folded } = fold((await read(number)).slice(1, 4).join("\n"));
      return runs.every((run) => folded.includes(run));
    }));
    const { ends } = await open();
    return { numbers: found.filter((_, i) => holds[i] ?? true), ends };
  };
  /** Whether one letter more, less or other, or two that changed places, make one word of the other. */
  const isNear = (a, b) => {
    if (a.length < b.length) return isNear(b, a);
    if (a.length - b.length > 1 || a === b) return false;
    let i = 0;
    while (i < b.length && a[i] === b[i]) i += 1;
    const [restA, restB] = [a.slice(i), b.slice(i)];
    if (a.length > b.length) return restA.slice(1) === restB;
    return restA.slice(1) === restB.slice(1) || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
  };
  /** The words of the index that a word was probably meant to be, the most used first. */
  const near = async (token) => {
    const chars = [...token];
    if (chars.length < 4 || isRun(token) || /[0-9]/.test(token) || (await holding(token)).size > 0) return [];
    const { shards } = await open();
    const [a, b, c] = chars;
    const begun = [[a, b], [b, c], [a, c], [b, a]].map((two) => shardOf(two, shards));
    const all = shards <= N_SHARDS_MAX ? [...Array(shards).keys()] : [...new Set(begun)];
    const lines = (await Promise.all(all.map(linesOf))).flat().map((line) => line.split(" "));
    const meant = lines.filter(([word]) => word.length > 3 && isNear(word, token));
    const used = ([, ...lists]) => lists.join(",").split(",").filter(Boolean).length;
    return meant.sort((one, other) => used(other) - used(one)).slice(0, N_MEANT).map(([word]) => word);
  };
  /** A word of the index as the first text that holds it has it. */
  const asWritten = async (word) => {
    const [number] = [...await holding(word)].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
    for (const text of (await read(number)).slice(1, 4)) {
      const [range] = matches(text, [word]);
      if (range) return text.slice(...range);
    }
    return word;
  };
  /** Other queries that a query was probably meant to be, by one word that nothing holds. */
  const suggest = async (query, tokens) => {
    for (const token of tokens) {
      const words = await near(token);
      const [range] = matches(query, [token]);
      if (words.length > 0 && range) return Promise.all(words.map(async (word) => query.slice(0, range[0]) + await asWritten(word) + query.slice(range[1])));
    }
    return [];
  };
  return { read, search, suggest };
})();
