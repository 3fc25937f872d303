//! How two spellings lie to each other: [`relation`].

use super::{key, spelling, transliteration};

/// How two spellings lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRelation {
    /// The same after case, punctuation, diacritics, honorifics and the order of words.
    Same,
    /// Possibly one name, differently spelt.
    Variant(NameVariant),
    /// Two names.
    Different,
}

/// In what way two spellings may be one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameVariant {
    /// One leaves out words of the other: `Sims`, `Jacob Sims`.
    TokenSubset,
    /// One shortens words to initials: `J. Sims`, `Jacob Sims`.
    Initials,
    /// The same by the transliteration key: `Wenying`, `Wenyin`.
    Transliteration,
    /// So many letters, or spaces, differ.
    Spelling(usize),
}

/// How two spellings lie to each other; the order of the two does not matter.
pub fn relation(a: &str, b: &str) -> NameRelation {
    let (a, b) = (key(a), key(b));
    let mut a: Vec<&str> = a.split(' ').filter(|word| !word.is_empty()).collect();
    let mut b: Vec<&str> = b.split(' ').filter(|word| !word.is_empty()).collect();
    if a.is_empty() || b.is_empty() {
        return if a == b { NameRelation::Same } else { NameRelation::Different };
    }
    let joined = a.concat() == b.concat();
    let spaces = a.len().abs_diff(b.len());
    a.sort_unstable();
    b.sort_unstable();
    if a == b {
        return NameRelation::Same;
    }
    if joined {
        return NameRelation::Variant(NameVariant::Spelling(spaces.max(1)));
    }
    let (short, long) = if (a.len(), &a) <= (b.len(), &b) { (&a, &b) } else { (&b, &a) };
    let variant = if is_subset(short, long) {
        Some(NameVariant::TokenSubset)
    } else if matches(short, long, |a, b| a == b || is_initial(a, b)) && shares_word(short, long) {
        Some(NameVariant::Initials)
    } else if sounds_alike(short, long) {
        Some(NameVariant::Transliteration)
    } else {
        spelt_alike(short, long).map(NameVariant::Spelling)
    };
    variant.map_or(NameRelation::Different, NameRelation::Variant)
}

/// Whether every word of the shorter name is one of the longer name's; one letter alone is no name.
fn is_subset(short: &[&str], long: &[&str]) -> bool {
    short.len() < long.len()
        && matches(short, long, |a, b| a == b)
        && short.iter().any(|word| word.chars().count() > 1)
}

fn shares_word(a: &[&str], b: &[&str]) -> bool {
    a.iter().any(|word| word.chars().count() > 1 && b.contains(word))
}

fn is_initial(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.chars().count() == 1 && long.starts_with(short)
}

/// Whether each word of one name has a word of its own in the other.
fn matches(short: &[&str], long: &[&str], same: impl Fn(&str, &str) -> bool) -> bool {
    pairs(short, long, |a, b| same(a, b).then_some(0)).is_some()
}

fn sounds_alike(a: &[&str], b: &[&str]) -> bool {
    let keys = |words: &[&str]| words.iter().map(|word| transliteration::key(word)).collect::<Vec<_>>();
    let (mut a, mut b) = (keys(a), keys(b));
    let length = |keys: &[String]| keys.iter().map(String::len).sum::<usize>();
    if length(&a) != length(&b) {
        return false;
    }
    if a.concat() == b.concat() {
        return true;
    }
    a.sort_unstable();
    b.sort_unstable();
    a == b
}

/// The letters that differ, where every word differs by few: one of four letters or more, two of eight or more.
fn spelt_alike(a: &[&str], b: &[&str]) -> Option<usize> {
    if a.len() != b.len() {
        return None;
    }
    pairs(a, b, |a, b| {
        if a == b {
            return Some(0);
        }
        let length = a.chars().count().min(b.chars().count());
        let allowed = match length {
            0..4 => return None,
            4..8 => 1,
            _ => 2,
        };
        if length.max(a.chars().count().max(b.chars().count())) - length > allowed {
            return None;
        }
        Some(spelling::distance(a, b)).filter(|distance| *distance <= allowed)
    })
}

/// The least total cost of giving each word of the shorter name a word of its own in the longer one.
fn pairs(short: &[&str], long: &[&str], cost: impl Fn(&str, &str) -> Option<usize>) -> Option<usize> {
    let mut used = vec![false; long.len()];
    let mut total = 0;
    for word in short {
        let best = long
            .iter()
            .enumerate()
            .filter(|(at, _)| !used[*at])
            .filter_map(|(at, other)| Some((cost(word, other)?, at)))
            .min()?;
        total += best.0;
        used[best.1] = true;
    }
    Some(total)
}
