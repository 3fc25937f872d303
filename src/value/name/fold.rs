//! Cuts a name into words in lower case without diacritics: starts at [`pieces`].
//!
//! Only marks on Latin letters are folded; the vowel signs of Khmer or Devanagari are letters of the
//! name. Initials with full stops are one word (`J. K.` and `J.K.`, `U.S.`), and a possessive `'s`
//! is no part of a name.

use std::ops::Range;

/// One word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::value) struct Piece {
    /// The word, folded.
    pub(in crate::value) folded: String,
    /// Where it stands.
    pub(in crate::value) range: Range<usize>,
    /// One letter with a full stop behind it, or several of them.
    pub(super) initials: bool,
}

/// The words of a name, in order.
pub(in crate::value) fn pieces(name: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut open: Option<Piece> = None;
    let mut chars = name.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if is_invisible(c) {
            continue;
        }
        if is_part(c) {
            let piece =
                open.get_or_insert_with(|| Piece { folded: String::new(), range: at..at, initials: false });
            push(&mut piece.folded, c);
            piece.range.end = at + c.len_utf8();
            continue;
        }
        if is_apostrophe(c) && open.is_some() && chars.peek().is_some_and(|&(_, next)| is_part(next)) {
            if is_possessive(&name[at + c.len_utf8()..]) {
                chars.next();
            }
            continue;
        }
        if let Some(mut piece) = open.take() {
            piece.initials = c == '.' && piece.folded.chars().count() == 1;
            close(&mut pieces, piece);
        }
    }
    if let Some(piece) = open {
        close(&mut pieces, piece);
    }
    pieces
}

/// Adds a word, or joins it to the initials before it.
fn close(pieces: &mut Vec<Piece>, piece: Piece) {
    if piece.folded.is_empty() {
        return;
    }
    let single = piece.folded.chars().count() == 1;
    match pieces.last_mut() {
        Some(last) if last.initials && single => {
            last.folded.push_str(&piece.folded);
            last.range.end = piece.range.end;
            last.initials = piece.initials;
        }
        _ => pieces.push(piece),
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric()
        || is_mark(c)
        || matches!(c, '\u{0900}'..='\u{0dff}' | '\u{0e31}'..='\u{0e4e}' | '\u{0eb1}'..='\u{0ece}'
            | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}')
}

/// Combining diacritics of the Latin, Greek and Cyrillic scripts.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}')
}

fn is_possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| c == 's' || c == 'S') && !chars.next().is_some_and(is_part)
}

/// Adds a character in lower case, without its marks.
fn push(folded: &mut String, c: char) {
    if c.is_ascii() {
        folded.push(c.to_ascii_lowercase());
        return;
    }
    if is_mark(c) {
        return;
    }
    for lower in c.to_lowercase() {
        match FOLDS.iter().find(|(_, letters)| letters.contains(lower)) {
            Some((base, _)) => folded.push_str(base),
            None if is_mark(lower) => {}
            None => folded.push(full_width(lower)),
        }
    }
}

/// A full-width letter or digit as the plain one.
fn full_width(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff41}'..='\u{ff5a}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Letters with diacritics in European languages, Vietnamese, Pinyin and scholarly romanisations.
const FOLDS: [(&str, &str); 29] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặḁȁȃ"),
    ("b", "ḃḅḇƀɓ"),
    ("c", "çćĉċčḉƈ"),
    ("d", "ďđḋḍḏḑḓð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệḕḗḙḛəȅȇ"),
    ("f", "ḟƒ"),
    ("g", "ĝğġģǧḡɠ"),
    ("h", "ĥħḣḥḧḩḫẖ"),
    ("i", "ìíîïĩīĭįıǐỉịḭḯȉȋ"),
    ("j", "ĵǰ"),
    ("k", "ķǩḱḳḵƙ"),
    ("l", "ĺļľŀłḷḹḻḽ"),
    ("m", "ḿṁṃ"),
    ("n", "ñńņňŉŋṅṇṉṋǹ"),
    ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợṍṏṑṓǿȍȏ"),
    ("p", "ṕṗ"),
    ("r", "ŕŗřṙṛṝṟȑȓ"),
    ("s", "śŝşšșṡṣṥṧṩſ"),
    ("t", "ţťŧțṫṭṯṱẗ"),
    ("u", "ùúûüũūŭůűųưǔǖǘǚǜụủứừửữựṳṵṷṹṻȕȗ"),
    ("v", "ṽṿ"),
    ("w", "ŵẁẃẅẇẉẘ"),
    ("x", "ẋẍ"),
    ("y", "ýÿŷȳẏẙỳỵỷỹ"),
    ("z", "źżžẑẓẕƶ"),
    ("ae", "æǽ"),
    ("oe", "œ"),
    ("ss", "ßẞ"),
    ("th", "þ"),
];
