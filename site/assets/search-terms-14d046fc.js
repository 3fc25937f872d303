// What a search compares, as src/text/terms.rs has it: tests/search/vectors.json holds both to it.
// Words are found by how they begin; in scripts without spaces between words, any stretch.
"use strict";
self.variorumTerms = (() => {
  const UNSPACED = "[\\u2e80-\\u2fdf\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}\\u0e00-\\u109f\\u1780-\\u17ff\\u1950-\\u19ff\\u1a20-\\u1aaf\\ua9e0-\\ua9ff\\uaa60-\\uaadf]";
  const WORD = "[\\p{Alphabetic}\\p{N}\\p{M}]";
  const CURRENCY = /^[$£¥฿៛\u20a0-\u20cf]/;
  const TOKEN = new RegExp(`(?:(?=${UNSPACED})${WORD})+|(?:[$£¥฿៛\\u20a0-\\u20cf](?=[0-9]))?(?:(?!${UNSPACED})${WORD})+`, "gu");
  const RUN = new RegExp(`^${UNSPACED}`, "u");
  const DROPPED = /[\u0001\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", ς: "σ" };
  const isRun = (token) => RUN.test(token);

  /** The text as it is compared, and where each of its units stands in the text. */
  const fold = (text) => {
    let folded = "";
    const from = [];
    let at = 0;
    for (const c of text) {
      const inNumber = c === "," && /[0-9]$/.test(folded) && /^[0-9]/.test(text.slice(at + 1));
      if (!inNumber) folded += c.normalize("NFKD").toLowerCase().replace(DROPPED, "").replace(/./gu, (one) => LETTERS[one] ?? one);
      while (from.length < folded.length) from.push(at);
      at += c.length;
    }
    return { folded, from: [...from, at] };
  };
  const cut = (text) => [...new Set(fold(text).folded.match(TOKEN))];

  /** Where tokens stand in a text: words as they begin, runs anywhere. */
  const matches = (text, tokens) => {
    const { folded, from } = fold(text);
    const ranges = [];
    for (const { 0: word, index } of folded.matchAll(TOKEN)) {
      for (const token of tokens) {
        const isLetter = token.length === 1 && !isRun(token);
        const start = CURRENCY.test(word) && !CURRENCY.test(token) ? 1 : 0;
        for (let i = word.indexOf(token, start); i === start || (i > 0 && isRun(token)); i = word.indexOf(token, i + 1)) {
          if (isLetter && word.slice(start) !== token) break;
          const end = from.slice(index + i + token.length).find((one) => one > from[index + i + token.length - 1]);
          ranges.push([from[index + i], end]);
        }
      }
    }
    return ranges.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  };
  return { cut, fold, isRun, matches };
})();
