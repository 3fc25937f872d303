//! Words of respect before a name, which are no part of it: [`strip`].
//!
//! Offices (`President`, `Minister`) are not among them: who holds which office is what the sources
//! may disagree on.

use super::Piece;

/// The words of a name without the honorifics before it; all of them where nothing else is left.
pub(super) fn strip<'p>(name: &str, pieces: &'p [Piece]) -> &'p [Piece] {
    let mut rest = pieces;
    while let Some(n) = leading(name, rest).filter(|n| *n < rest.len()) {
        rest = &rest[n..];
    }
    rest
}

/// How many words at the start are one honorific.
fn leading(name: &str, pieces: &[Piece]) -> Option<usize> {
    let first = pieces.first()?;
    let second = pieces.get(1).map_or("", |piece| piece.folded.as_str());
    let phrase = PHRASES.iter().any(|(a, b)| first.folded == *a && second == *b);
    if phrase {
        return Some(2);
    }
    // `He` is a family name; `H.E.` and `HE` are not.
    let excellency = first.folded == "he" && matches!(&name[first.range.clone()], "HE" | "H.E" | "H. E");
    let known = WORDS.binary_search(&first.folded.as_str()).is_ok();
    (known || excellency).then_some(1)
}

const PHRASES: [(&str, &str); 7] = [
    ("her", "excellency"),
    ("his", "excellency"),
    ("lok", "chumteav"),
    ("lok", "chumtiev"),
    ("neak", "oknha"),
    ("tan", "sri"),
    ("akka", "moha"),
];

/// In alphabetical order.
const WORDS: [&str; 36] = [
    "brig",
    "capt",
    "col",
    "dame",
    "dato",
    "datuk",
    "dr",
    "gen",
    "hon",
    "khun",
    "lok",
    "lt",
    "maj",
    "miss",
    "mme",
    "mr",
    "mrs",
    "ms",
    "mx",
    "okhna",
    "oknha",
    "padei",
    "prof",
    "professor",
    "rev",
    "reverend",
    "samdach",
    "samdech",
    "sena",
    "sgt",
    "sir",
    "techo",
    "tun",
    "ven",
    "venerable",
    "very",
];
