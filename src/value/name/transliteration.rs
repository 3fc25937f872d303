//! The transliteration key: one spelling for the ways in which one sound is romanised.
//!
//! Khmer, Thai, Chinese, Vietnamese and Arabic names reach English through several systems. The key
//! of a word keeps what they agree on, by these rules, in this order:
//!
//! 1. `h` behind a consonant marks breath and is dropped (`Pheaktra`, `Peaktra`), but `ch` stays
//!    apart from `k`; `ck`, `q` and hard `c` are `k`; `f` is `p`; `w` is `v`; `x` and `z` are `s`;
//!    `g` before `e` or `i` and `dj` are `j`.
//! 2. A run of vowels, `y` among them, is one vowel: `ou`, `oo`, `eo`, `u` are `u`; `ee`, `ei`, `ey`, `ie`,
//!    `y` are `i`; `ae`, `ai`, `ay`, `ea` are `e`; `ao`, `au`, `oa` are `o`; else the first counts.
//! 3. `h` and `r` that only lengthen a vowel are dropped (`Paetongtarn`, `Petongtan`).
//! 4. Doubled letters are one, and a final `ng` is `n` (`Wenying`, `Wenyin`), but not in a word of one syllable:
//!    `Yang` and `Yan` are two names.
//!
//! The key only suggests that two spellings are one name; it never makes two curated entities one.

/// The key of one folded word.
pub(super) fn key(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut key = String::with_capacity(word.len());
    let (mut at, mut n_syllables) = (0, 0);
    while at < letters.len() {
        let vowels = letters[at..].iter().take_while(|c| is_vowel(**c)).count();
        if vowels > 0 {
            key.push(vowel(&letters[at..at + vowels]));
            at += vowels;
            n_syllables += 1;
            at += usize::from(lengthens(&letters[at..]));
            continue;
        }
        let (sound, used) = consonant(&letters[at..]);
        if !key.ends_with(sound) {
            key.push(sound);
        }
        at += used;
    }
    if n_syllables > 1 && key.ends_with("ng") {
        key.pop();
    }
    key
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

fn vowel(run: &[char]) -> char {
    match run {
        ['o', 'u' | 'o', ..] | ['u', ..] | ['e', 'o', ..] => 'u',
        ['e', 'e' | 'i' | 'y', ..] | ['i' | 'y', ..] => 'i',
        ['a', 'e' | 'i' | 'y', ..] | ['e', ..] => 'e',
        ['a', 'o' | 'u', ..] | ['o', ..] => 'o',
        _ => 'a',
    }
}

/// Whether `h` or `r` behind a vowel only lengthens it: no vowel follows.
fn lengthens(rest: &[char]) -> bool {
    matches!(rest, ['h' | 'r'] | ['h' | 'r', ..]) && !rest.get(1).is_some_and(|c| is_vowel(*c))
}

/// The sound of the consonant here, and how many letters spell it.
fn consonant(rest: &[char]) -> (char, usize) {
    let breath = usize::from(rest.get(1) == Some(&'h'));
    match rest {
        ['c', 'h', ..] => ('c', 2),
        ['c', 'k', ..] | ['c' | 'q', ..] if rest.get(1) == Some(&'k') => ('k', 2),
        ['d', 'j', ..] => ('j', 2),
        ['g', 'e' | 'i', ..] => ('j', 1),
        ['c' | 'q' | 'k', ..] => ('k', 1 + breath),
        ['p' | 'f', ..] => ('p', 1 + breath),
        ['w' | 'v', ..] => ('v', 1),
        ['x' | 'z' | 's', ..] => ('s', 1 + breath),
        [c, ..] if c.is_ascii() => (*c, 1 + breath),
        [c, ..] => (*c, 1),
        [] => (' ', 1),
    }
}
