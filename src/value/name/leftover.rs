//! What the words mean that only one of two names has: [`judge`].

use super::outcome::{NameDoubt, NameRelation, NameVariant};
use super::spelling;
use super::table::tables;
use crate::model::{Name, NameWord, WordKind};

/// What follows from words that only the longer name has.
pub(super) enum Leftover {
    /// The shorter name leaves them out.
    Fits,
    /// They make another thing of it.
    Other,
    /// Nothing decides it.
    Unclear(NameDoubt),
}

/// What follows from the words of a longer name that a shorter one has not.
pub(super) fn judge(short: &Name, long: &Name, left: &[usize]) -> Leftover {
    let left_words = || left.iter().map(|&at| &long.words[at]);
    if left.iter().any(|&at| is_mark(long, at)) {
        return Leftover::Other;
    }
    let is_numbered = |name: &Name| name.words.iter().any(|word| word.kind == WordKind::Number);
    if left_words().any(|word| word.kind == WordKind::Number) {
        return if is_numbered(short) && !left_words().any(|word| word.kind == WordKind::Plain) {
            Leftover::Unclear(NameDoubt::Number)
        } else if is_numbered(short) {
            Leftover::Other
        } else {
            Leftover::Unclear(NameDoubt::Number)
        };
    }
    if let [word] = short.words.as_slice()
        && let WordKind::Place(_) = word.kind
    {
        let is_person = !long.is_body && word.groups[0] != 0 || PEOPLE_TOO.contains(&word.text.as_str());
        let forms = left_words().all(|word| word.kind == WordKind::Form);
        return if forms || is_person && !long.is_body { Leftover::Fits } else { Leftover::Other };
    }
    // Two whole names of companies: `Siemens AG`, `Siemens Energy AG`.
    if short.is_company && long.is_company && left_words().any(|word| word.kind == WordKind::Plain) {
        return Leftover::Unclear(NameDoubt::Several);
    }
    let only_forms = short.words.iter().all(|word| matches!(word.kind, WordKind::Body | WordKind::Form));
    if !short.is_body && !only_forms && left_words().any(|word| word.kind == WordKind::Body) {
        return Leftover::Other;
    }
    Leftover::Fits
}

/// Whether a word makes another thing of what it stands before, or of what it stands behind.
fn is_mark(name: &Name, at: usize) -> bool {
    // `West` ends `Kanye West` as a family name.
    name.words[at].kind == WordKind::Mark && (at + 1 < name.words.len() || name.is_body)
}

/// Places whose names people have too.
const PEOPLE_TOO: [&str; 12] = [
    "jordan",
    "chad",
    "israel",
    "georgia",
    "washington",
    "paris",
    "london",
    "sydney",
    "florence",
    "virginia",
    "houston",
    "berlin",
];

/// Whether one place is what several are called for short.
pub(super) fn may_be_each(a: &NameWord, b: &NameWord) -> bool {
    let (WordKind::Place(a), WordKind::Place(b)) = (a.kind, b.kind) else { return false };
    let number = |words: &[&str]| tables().place(words).map(|(_, place)| place.number);
    let several: [(&[&str], [&[&str]; 2]); 2] = [
        (&["korea"], [&["north", "korea"], &["south", "korea"]]),
        (&["congo"], [&["dr", "congo"], &["republic", "of", "congo"]]),
    ];
    several.iter().any(|(one, each)| {
        let (one, each) = (number(one), each.map(number));
        one == Some(a) && each.contains(&Some(b)) || one == Some(b) && each.contains(&Some(a))
    })
}

/// Two names in a script without spaces, of which one may stand within the other.
pub(super) fn within(a: &str, b: &str) -> NameRelation {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let n_short = short.chars().count();
    let Some((before, behind)) = long.split_once(short).filter(|_| n_short > 1) else {
        return NameRelation::Different;
    };
    if before.chars().chain(behind.chars()).any(|c| "南北东東西新赤前副".contains(c)) {
        NameRelation::Different
    } else if n_short > 2 {
        NameRelation::Variant(NameVariant::TokenSubset)
    } else {
        NameRelation::Undecided(NameDoubt::Several)
    }
}

/// Whether the consonants of two names are the same, or nearly where there are many.
pub(super) fn sound_alike(a: &[String], b: &[String]) -> bool {
    let (mut x, mut y) = (a.concat(), b.concat());
    let long_enough = x.len().min(y.len()) > 3;
    if x != y {
        let (mut a, mut b) = (a.to_vec(), b.to_vec());
        a.sort_unstable();
        b.sort_unstable();
        let sorted = (a.concat(), b.concat());
        if sorted.0.len() == sorted.1.len() {
            (x, y) = sorted;
        }
    }
    long_enough && (x == y || x.len().min(y.len()) > 4 && spelling::distance(&x, &y) < 2)
}
